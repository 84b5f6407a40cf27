import type { ModuleFilter } from '@/lib/catalogue/module-filter'
import type { ComparedFor } from '@/lib/comparison/comparison'
import { comparisonAddress } from '@/lib/comparison/comparison-address'
import { queryOf } from '@/lib/comparison/saved-filters/saved-filter-rules'
import { buyingFor } from '@/lib/comparison/shortlist-policy'
import type { Actor } from '@/lib/platform/actor'

/** For buyers: keep this search, or go to those that are kept. Others are shown nothing. */
export function SavedFilterLinks({ actor, filter }: { actor: Actor; filter: ModuleFilter }) {
  if (buyingFor(actor).length === 0) return null
  const query = queryOf(filter)
  return (
    <p className="no-print">
      <a href={query === '' ? '/saved-filters#save' : `/saved-filters?${query}#save`}>Save this search</a> or see your{' '}
      <a href="/saved-filters">saved filters</a>
    </p>
  )
}

/** The same for a comparison. */
export function SavedComparisonLinks({ actor, ids, asked }: { actor: Actor; ids: string[]; asked: ComparedFor }) {
  if (buyingFor(actor).length === 0) return null
  return (
    <p className="no-print">
      <a href={comparisonAddress(ids, asked, '/saved-comparisons')}>Save this comparison as it stands today</a> or see
      your <a href="/saved-comparisons">saved comparisons</a>
    </p>
  )
}
