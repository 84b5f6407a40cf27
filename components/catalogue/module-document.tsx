import type { ReactNode } from 'react'
import { StandardsTable } from '@/components/assurance/standards-table'
import { Downloads } from '@/components/catalogue/downloads'
import { ModuleCapabilities, ModuleFeatures } from '@/components/catalogue/module-capabilities'
import { ModuleDescription, SuspendedModule } from '@/components/catalogue/module-description'
import { ModuleFacts } from '@/components/catalogue/module-facts'
import { ModulePrices } from '@/components/catalogue/module-prices'
import { Section, SectionLinks } from '@/components/catalogue/section'
import { type RegisterEntry, standingOfEntry } from '@/lib/assurance/register-view'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import type { Calculator } from '@/lib/catalogue/prices/calculator-rules'

type Props = {
  module: ModuleView
  entry: RegisterEntry
  names: ReferenceNames
  calculator: Calculator
  /** What buyers are offered beside it. */
  children: ReactNode
}

/** The whole text of a module's page in its anchored sections; of a suspended one only status and reason. */
export function ModuleDocument({ module, entry, names, calculator, children }: Props) {
  const standing = standingOfEntry(entry)
  if (isOffSale(standing)) return <SuspendedModule standing={standing} />
  return (
    <>
      <SectionLinks />
      <ModuleDescription module={module} standing={standing} names={names} />
      {children}
      <ModuleFeatures features={module.listing.features} />
      <ModuleCapabilities module={module} results={entry.capabilities} names={names} />
      <Section id="standards">
        <StandardsTable standards={entry.standards} />
      </Section>
      <ModulePrices module={module} calculator={calculator} />
      <ModuleFacts module={module} names={names} />
      <Downloads
        what="this page"
        csv={`/modules/${module.id}/module.csv`}
        json={`/modules/${module.id}/module.json`}
        pdf={`/modules/${module.id}/module.pdf`}
      />
    </>
  )
}
