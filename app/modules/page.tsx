import type { Metadata } from 'next'
import { ModuleFinder } from '@/components/catalogue/module-finder'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { getOwnListSize } from '@/lib/catalogue/get-own-list-size'
import { listModulesShown } from '@/lib/catalogue/list-modules-shown'
import { listSizeHint } from '@/lib/catalogue/list-size-rules'
import { type AddressParameters, parseFilter } from '@/lib/catalogue/module-filter-rules'
import { buyingFor } from '@/lib/comparison/shortlist-policy'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Modules' }

export default async function ModulesPage({ searchParams }: { searchParams: Promise<AddressParameters> }) {
  const ctx = await readContext()
  const { filter, ignored } = parseFilter(await searchParams)
  const own = await getOwnListSize(ctx)
  const shown = await listModulesShown(ctx, { ...filter, n: filter.n ?? own?.patients ?? null })
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Find a module</PageTitle>
      <ModuleFinder
        {...shown}
        ignored={ignored}
        sizeHint={listSizeHint(own, dayOf(ctx.now))}
        mayKeep={buyingFor(ctx.actor).length > 0}
      />
    </>
  )
}
