import type { Metadata } from 'next'
import { SavedFilterTable, SaveFilter } from '@/components/comparison/saved-filters'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { InsetText } from '@/components/ui/inset-text'
import { PageTitle } from '@/components/ui/page-title'
import { type AddressParameters, parseFilter } from '@/lib/catalogue/module-filter-rules'
import { listSavedFilters } from '@/lib/comparison/saved-filters/get-saved-filter'
import { queryOf } from '@/lib/comparison/saved-filters/saved-filter-rules'
import { mayKeepShortlist } from '@/lib/comparison/shortlist-policy'
import { requireContext } from '@/lib/identity/context'
import { save } from './actions'

export const metadata: Metadata = { title: 'Saved filters' }

export default async function SavedFiltersPage({ searchParams }: { searchParams: Promise<AddressParameters> }) {
  const ctx = await requireContext()
  const { filter } = parseFilter(await searchParams)
  const decision = mayKeepShortlist(ctx.actor, ctx.actor)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/modules', text: 'Modules' }]} />
      <PageTitle>Saved filters</PageTitle>
      <SavedFilterTable saved={await listSavedFilters(ctx)} />
      {decision.allowed ? (
        <SaveFilter action={save} query={queryOf(filter)} />
      ) : (
        <InsetText>{decision.because}.</InsetText>
      )}
    </>
  )
}
