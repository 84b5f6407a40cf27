import type { ModuleFilter } from '@/lib/catalogue/module-filter'
import { queryOf } from '@/lib/comparison/saved-filters/saved-filter-rules'

/** For buyers: keep this search, or go to those that are kept. */
export function SavedFilterLinks({ filter }: { filter: ModuleFilter }) {
  const query = queryOf(filter)
  return (
    <p className="no-print">
      <a href={query === '' ? '/saved-filters#save' : `/saved-filters?${query}#save`}>Save this search</a> or see your{' '}
      <a href="/saved-filters">saved filters</a>
    </p>
  )
}
