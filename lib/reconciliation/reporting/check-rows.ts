import { engineChecks, severities } from '../checks'
import type { SideSummary } from '../compare/comparison'
import type { CheckId } from '../differences/finding'
import type { UnsignedReport } from '../report'
import { typesLookedAt } from './looked-at'
import { type Count, noCount, type Tally, type TypeCount, unexplainedOf } from './tally'

export type CheckRow = UnsignedReport['checks'][number]
type Sides = { source: SideSummary; target: SideSummary }

/** C10 and C22 pass from 99.9 % of the rows; S3 is borne up to 0.1 % of the records (§7.6). */
const bearable = 1 / 1000

/** The rows of all checks of the engine with exact counts. `manifest` is what C01 found, undefined where it was not run. */
export function checkRows(sides: Sides, tally: Tally, manifest: { listed: boolean } | undefined): CheckRow[] {
  return engineChecks.map((id) => {
    if (id === 'C01') return manifest ? manifestRow(sides, tally, manifest.listed) : notRun(id)
    const found = tally.checks.get(id) ?? new Map<string, TypeCount>()
    const types = [...new Set([...(typesLookedAt[id] ?? allTypes(sides)), ...found.keys()])].sort()
    const byType = Object.fromEntries(
      types
        .map((type) => [type, typeRow(sides, type, found.get(type))] as const)
        .filter(([, row]) => row.source + row.target + Number(row.unexplained) + Number(row.explained) > 0),
    )
    const rows = Object.values(byType)
    const [source, target] = [sum(rows.map((row) => row.source)), sum(rows.map((row) => row.target))]
    const count = added([...found.values()])
    return {
      id,
      status: statusOf(id, count, source),
      source,
      target,
      matched: sum(rows.map((row) => row.matched!)),
      explained: count.explained,
      unexplained: bySeverity(count),
      byType,
    }
  })
}

function typeRow({ source, target }: Sides, type: string, count: TypeCount = { ...noCount(), ofSource: 0 }) {
  const [old, young] = [source.byType[type] ?? 0, target.byType[type] ?? 0]
  // Faults of a whole side are no records, so they never make fewer than none match.
  return {
    source: old,
    target: young,
    matched: Math.max(0, Math.min(old, young, old - count.ofSource)),
    explained: count.explained,
    unexplained: unexplainedOf(count),
  }
}

function manifestRow({ source, target }: Sides, tally: Tally, listed: boolean): CheckRow {
  const count = added([...(tally.checks.get('C01')?.values() ?? [])])
  const files = [source.files.length, target.files.length] as const
  const isClean = unexplainedOf(count) === 0
  return {
    id: 'C01',
    status: isClean ? (listed ? 'listed' : 'pass') : 'fail',
    source: files[0],
    target: files[1],
    matched: isClean ? Math.min(...files) : null,
    explained: 0,
    unexplained: bySeverity(count),
    byType: {},
  }
}

export const notRun = (id: CheckId): CheckRow => ({
  id,
  status: 'not-run',
  source: 0,
  target: 0,
  matched: null,
  explained: 0,
  unexplained: bySeverity(noCount()),
  byType: {},
})

function statusOf(id: CheckId, count: Count, source: number): CheckRow['status'] {
  if (unexplainedOf(count) === 0) return 'pass'
  if (count.S1 > 0) return 'fail'
  if (count.S2 > 0) return id === 'C10' && count.S2 <= source * bearable ? 'listed' : 'fail'
  return id === 'C14' || count.S3 <= source * bearable ? 'listed' : 'fail'
}

const bySeverity = ({ S1, S2, S3, S4 }: Count) => ({ S1, S2, S3, S4 })
const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0)
const allTypes = ({ source, target }: Sides): string[] => [...Object.keys(source.byType), ...Object.keys(target.byType)]

function added(counts: TypeCount[]): Count {
  const total = noCount()
  for (const count of counts) for (const key of [...severities, 'explained'] as const) total[key] += count[key]
  return total
}
