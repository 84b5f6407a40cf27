import type { ReactNode } from 'react'
import { ExpiredPlans } from '@/components/assurance/expired-plans'
import { Downloads } from '@/components/catalogue/downloads'
import { ListingDocument } from '@/components/catalogue/listing-document'
import { ModuleBanners, OffSale } from '@/components/catalogue/module-banners'
import { ModuleDescription } from '@/components/catalogue/module-description'
import { ModuleVersions } from '@/components/catalogue/module-versions'
import { type RegisterEntry, standingOfEntry } from '@/lib/assurance/register-view'
import type { ModulePage } from '@/lib/catalogue/listing-reference'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ReferenceNames } from '@/lib/catalogue/module-view'
import type { Calculator } from '@/lib/catalogue/prices/calculator-rules'

type Props = {
  page: ModulePage
  entry: RegisterEntry
  names: ReferenceNames
  calculator: Calculator
  /** What buyers are offered beside it. */
  children: ReactNode
}

/** A module's page: banners, then its whole text; of one that has left only what it was, of a suspended one status and reason (CAT-1). */
export function ModuleDocument({ page: { module, life, reference }, entry, children, ...rest }: Props) {
  const standing = standingOfEntry(entry)
  if (life.kind === 'supplier-suspended')
    return (
      <OffSale
        title="Supplier suspended"
        because={`${module.supplier.brand} is suspended by the authority: ${life.because ?? 'no reason is stated'}.`}
      />
    )
  if (isOffSale(standing))
    return <OffSale title={standing.words} because={standing.because ?? 'No reason is published.'} />
  if (life.kind === 'withdrawn')
    return (
      <>
        <ModuleBanners
          module={module}
          life={life}
          standing={standing}
          reference={reference}
          today={rest.calculator.today}
        />
        <ModuleDescription module={module} standing={standing} reference={reference} today={rest.calculator.today} />
        <ModuleVersions module={module} />
      </>
    )
  return (
    <>
      <ModuleBanners
        module={module}
        life={life}
        standing={standing}
        reference={reference}
        today={rest.calculator.today}
      />
      <ExpiredPlans entry={entry} />
      <ListingDocument module={module} reference={reference} entry={entry} {...rest}>
        {children}
      </ListingDocument>
      <ModuleVersions module={module} />
      <Downloads
        what="this page"
        csv={`/modules/${module.id}/module.csv`}
        json={`/modules/${module.id}/module.json`}
        pdf={`/modules/${module.id}/module.pdf`}
      />
    </>
  )
}
