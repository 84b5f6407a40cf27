import { Table } from '@/components/ui/table'
import { type SystemCounts, systemName } from '@/lib/insight/market'
import { movedOf, systemsOf } from '@/lib/insight/market-rules'
import { count } from '@/lib/insight/market-words'

/** From which system to which: a row for each system then, a column for each system now. */
export function MovesTable({ moves, years }: { moves: SystemCounts; years: { now: string; before: string } }) {
  const { moved, of } = movedOf(moves)
  if (of === 0) return <p>No practice of this area is known in both lists, so switches are not known.</p>
  const from = systemsOf(sideOf(moves, 0))
  const to = systemsOf(sideOf(moves, 1))
  return (
    <>
      <p>
        Of {count(of)} practices whose system is known in both years, {count(moved)} switched and {count(of - moved)}{' '}
        stayed.
      </p>
      <Table
        caption={`System in ${years.before} (rows) and in ${years.now} (columns)`}
        columns={[
          { heading: `In ${years.before}` },
          ...to.map((system) => ({ heading: `${systemName(system)} in ${years.now}`, number: true })),
        ]}
        rows={from.map((system) => ({
          key: system,
          cells: [systemName(system), ...to.map((now) => count(moves[`${system}>${now}`] ?? 0))],
        }))}
      />
    </>
  )
}

function sideOf(moves: SystemCounts, side: 0 | 1): SystemCounts {
  const counts: SystemCounts = {}
  for (const [pair, n] of Object.entries(moves)) {
    const system = pair.split('>')[side]!
    counts[system] = (counts[system] ?? 0) + n
  }
  return counts
}
