import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { Market } from '@/lib/insight/market'
import { type MarketFilter, marketSorts } from '@/lib/insight/market-filter'

/** A plain GET form: the address is the whole state. */
export function MarketFilterForm({ filter, market }: { filter: MarketFilter; market: Market }) {
  const icbs = [...new Map(market.areas.map((area) => [area.icbCode, area.icbName]))].sort((a, b) =>
    a[1] < b[1] ? -1 : 1,
  )
  return (
    <form action="/market#areas" method="get" aria-label="Choose areas">
      <div className="tw:grid tw:items-end tw:gap-x-6 tw:sm:grid-cols-[1fr_1fr_2fr_auto] tw:[&_select]:w-full tw:[&_select]:min-w-0">
        <Select
          name="weight"
          label="Count by"
          value={filter.weight}
          options={[
            { value: 'practices', text: 'practices' },
            { value: 'patients', text: 'registered patients' },
          ]}
        />
        <Select
          name="sort"
          label="Order by"
          value={filter.sort}
          options={Object.entries(marketSorts).map(([value, text]) => ({ value, text }))}
        />
        <Select
          name="icb"
          label="Integrated care board"
          value={filter.icb ?? ''}
          options={[{ value: '', text: 'all' }, ...icbs.map(([value, text]) => ({ value, text }))]}
        />
        <Button look="secondary">Show</Button>
      </div>
    </form>
  )
}
