import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { Portfolio } from '@/lib/switching/portfolio/get-portfolio'
import type { PortfolioFilter } from '@/lib/switching/portfolio/portfolio-filter-schema'
import { type Stage, stages } from '@/lib/switching/portfolio/stage-rules'

/** A plain GET form: the address is the whole state. */
export function PortfolioFilterForm({ filter, suppliers }: { filter: PortfolioFilter } & Pick<Portfolio, 'suppliers'>) {
  return (
    <form action="/switches/portfolio" method="get" aria-label="Choose switches" className="no-print">
      <div className="tw:grid tw:items-end tw:gap-x-6 tw:sm:grid-cols-[1fr_1fr_1fr_auto] tw:[&_select]:w-full tw:[&_select]:min-w-0">
        <Select
          name="stage"
          label="Stage"
          value={filter.stage ?? ''}
          options={[
            { value: '', text: 'all that have not ended' },
            ...(Object.keys(stages) as Stage[]).map((value) => ({ value, text: stages[value].title })),
          ]}
        />
        <Select
          name="supplier"
          label="Supplier, losing or gaining"
          value={filter.supplier ?? ''}
          options={[{ value: '', text: 'all' }, ...suppliers.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Select
          name="late"
          label="Late"
          value={filter.late ? 'yes' : ''}
          options={[
            { value: '', text: 'late or not' },
            { value: 'yes', text: 'only where something is late' },
          ]}
        />
        <Button look="secondary">Show</Button>
      </div>
    </form>
  )
}
