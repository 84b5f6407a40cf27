import { Table } from '@/components/ui/table'
import { dayWords } from '@/lib/platform/days'

/** The months in which a notice date falls, and how many. */
export function NoticeMonths({ months }: { months: { month: string; contracts: number }[] }) {
  if (months.length === 0) return <p>No notice date lies ahead.</p>
  return (
    <Table
      caption="Notice dates by month"
      hideCaption
      columns={[{ heading: 'Month' }, { heading: 'Contracts', number: true }]}
      rows={months.map(({ month, contracts }) => ({
        key: month,
        cells: [
          <a href={`/contracts?month=${month}`} key="m">
            {dayWords(`${month}-01`).replace(/^1 /, '')}
          </a>,
          contracts.toLocaleString('en-GB'),
        ],
      }))}
    />
  )
}
