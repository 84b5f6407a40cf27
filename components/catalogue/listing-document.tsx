import type { ReactNode } from 'react'
import { StandardsTable } from '@/components/assurance/standards-table'
import { ModuleCapabilities, ModuleFeatures } from '@/components/catalogue/module-capabilities'
import { ModuleData } from '@/components/catalogue/module-data'
import { ModuleDescription } from '@/components/catalogue/module-description'
import { ModuleNeeds } from '@/components/catalogue/module-needs'
import { ModulePrices } from '@/components/catalogue/module-prices'
import { ModuleRoadMap } from '@/components/catalogue/module-road-map'
import { ModuleImplementation, ModuleIntegrations, ModuleServices } from '@/components/catalogue/module-services'
import { ModuleSupplier } from '@/components/catalogue/module-supplier'
import { ModuleSupport } from '@/components/catalogue/module-support'
import { ModuleApplications, ModuleHosting } from '@/components/catalogue/module-technical'
import { Section, SectionLinks } from '@/components/catalogue/section'
import { type RegisterEntry, standingOfEntry } from '@/lib/assurance/register/register-view'
import type { ListingReference } from '@/lib/catalogue/listing-reference'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import type { Calculator } from '@/lib/catalogue/prices/calculator-rules'

type Props = {
  module: ModuleView
  reference: ListingReference
  /** What assurance says of the module version today; undefined where only the text is shown. */
  entry: RegisterEntry | undefined
  names: ReferenceNames
  calculator: Calculator
  /** What buyers are offered beside it. */
  children?: ReactNode
}

/** P10 to P24: the whole text of a listing in its anchored sections, of whatever age and state the text is. */
export function ListingDocument({ module, reference, entry, names, calculator, children }: Props) {
  const { listing } = module
  const { today } = calculator
  return (
    <>
      <SectionLinks />
      <ModuleDescription
        module={module}
        standing={entry && standingOfEntry(entry)}
        reference={reference}
        today={today}
      />
      {children}
      <ModuleFeatures features={listing.features} />
      <ModuleCapabilities module={module} results={entry?.capabilities} names={names} reference={reference} />
      <Section id="standards">
        {entry ? (
          <StandardsTable standards={entry.standards} />
        ) : (
          <p>Not assessed: standards are no part of this text.</p>
        )}
      </Section>
      <ModulePrices module={module} calculator={calculator} />
      <ModuleNeeds module={module} names={names} reference={reference} />
      <ModuleServices listing={listing} />
      <ModuleIntegrations listing={listing} names={names} />
      <ModuleImplementation implementation={listing.implementation} />
      <ModuleApplications applications={listing.applications} />
      <ModuleHosting hosting={listing.hosting} />
      <ModuleData processing={listing.dataProcessing} />
      <ModuleSupport listing={listing} />
      <ModuleRoadMap listing={listing} standards={entry?.standards} today={today} />
      <ModuleSupplier module={module} declaredOn={reference.declaredOn} />
    </>
  )
}
