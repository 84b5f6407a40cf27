import type { Metadata } from 'next'
import { ModuleFilterForm } from '@/components/catalogue/module-filter-form'
import { ModuleResults } from '@/components/catalogue/module-results'
import { SavedFilterLinks } from '@/components/comparison/saved-links'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getOwnListSize } from '@/lib/catalogue/get-own-list-size'
import { listSizeHint } from '@/lib/catalogue/list-size-rules'
import { type AddressParameters, parseFilter } from '@/lib/catalogue/module-filter-rules'
import { searchModules } from '@/lib/catalogue/search-modules'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Modules' }

export default async function ModulesPage({ searchParams }: { searchParams: Promise<AddressParameters> }) {
  const ctx = await readContext()
  const { filter, ignored } = parseFilter(await searchParams)
  const own = await getOwnListSize(ctx)
  const found = await searchModules(ctx, { ...filter, n: filter.n ?? own?.patients ?? null })
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Find a module</PageTitle>
      <p>
        <a href="#results">Go to the {found.total} results</a>
      </p>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-one-third">
          <ModuleFilterForm found={found} sizeHint={listSizeHint(own, dayOf(ctx.now))} />
        </div>
        <div className="nhsuk-grid-column-two-thirds">
          <SavedFilterLinks actor={ctx.actor} filter={found.filter} />
          <ModuleResults found={found} ignored={[...ignored, ...found.ignored]} />
        </div>
      </div>
    </>
  )
}
