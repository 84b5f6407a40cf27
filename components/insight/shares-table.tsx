import { Table } from '@/components/ui/table'
import { type SystemCounts, systemName } from '@/lib/insight/market'
import { shareOf, systemsOf, total } from '@/lib/insight/market-rules'
import { count, percent } from '@/lib/insight/market-words'

type Props = {
  caption: string
  practices: SystemCounts
  patients: SystemCounts
  before: SystemCounts
  years: { now: string; before: string }
}

/** Practices and patients of each system now, and practices before; the sums beneath. */
export function SharesTable({ caption, practices, patients, before, years }: Props) {
  const cell = (counts: SystemCounts, system: string) => [count(counts[system] ?? 0), percent(shareOf(counts, system))]
  const rows = systemsOf(practices, before).map((system) => ({
    key: system,
    cells: [systemName(system), ...cell(practices, system), ...cell(patients, system), ...beforeCells(before, system)],
  }))
  const sums = [practices, patients, before].flatMap((counts) => [
    count(total(counts)),
    total(counts) > 0 ? '100 %' : 'none',
  ])
  return (
    <Table
      caption={caption}
      columns={[
        { heading: 'System' },
        { heading: `Practices, ${years.now}`, number: true },
        { heading: 'Share', number: true },
        { heading: 'Patients', number: true },
        { heading: 'Share', number: true },
        { heading: `Practices, ${years.before}`, number: true },
        { heading: 'Share', number: true },
      ]}
      rows={[...rows, { key: 'all', cells: ['All', ...sums] }]}
    />
  )
}

/** The earlier list knows two systems only: the others are not zero there, but unknown (IMP-10). */
function beforeCells(before: SystemCounts, system: string): string[] {
  const n = before[system]
  return n === undefined ? ['not listed', 'unknown'] : [count(n), percent(shareOf(before, system))]
}
