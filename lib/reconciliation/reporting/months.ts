import type { SideSummary } from '../compare/comparison'
import { toFive } from './mask-counts'

export type Months = Record<string, Record<string, [number, number]>>

/** A report is at most 1 MB; a table of more cells than this is left out rather than cut. */
const mostCells = 20_000

/** C12 as a picture: records of each type and month on both sides, rounded to 5; months that round to nothing are left out. */
export function monthTable(source: SideSummary, target: SideSummary): Months | undefined {
  const table: Months = {}
  let cells = 0
  for (const type of [...new Set([...Object.keys(source.byMonth), ...Object.keys(target.byMonth)])].sort()) {
    const [old, young] = [source.byMonth[type] ?? {}, target.byMonth[type] ?? {}]
    const months = [...new Set([...Object.keys(old), ...Object.keys(young)])].sort()
    const row = months
      .map((month): [string, [number, number]] => [month, [toFive(old[month] ?? 0), toFive(young[month] ?? 0)]])
      .filter(([, [a, b]]) => a + b > 0)
    cells += row.length
    if (row.length > 0) table[type] = Object.fromEntries(row)
  }
  return cells > mostCells ? undefined : table
}
