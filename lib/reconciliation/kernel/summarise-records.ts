import type { Bearer, Place, SideSummary } from '../compare/comparison'
import type { Side } from '../compare/side'
import type { ReadFile } from '../input/read-side'
import type { Kernel } from './kernel-program'
import type { Records } from './read-records'
import { type Resolved, sideNumber } from './resolve-sides'
import type { TakenLines } from './take-lines'

/** Words of a record; the one of month and type, and the bits of it that are neither. */
const [recordWords, monthAndType, marks] = [16, 14, 31 << 10]

/** The figures of one side, as `summariseSide` gives them for the plain engine. */
export function summariseRecords(
  kernel: Kernel,
  records: Records,
  side: Side,
  files: ReadFile[],
  types: string[],
  lines: TakenLines,
  resolved: Resolved,
): SideSummary {
  const byMonth = countMonths(kernel, side, types)
  const patients = new Map<string, Bearer[]>()
  const keyless: Bearer[] = []
  for (const { record, hasWrongNumber } of lines.patients) {
    const bearer = { ...records.place(side, record), hasWrongNumber }
    const token = records.patient(side, record)
    if (token === null) keyless.push(bearer)
    else patients.set(token, [...(patients.get(token) ?? []), bearer])
  }
  const sum = (months: Record<string, number>) => Object.values(months).reduce((a, b) => a + b, 0)
  return {
    files: files.map(({ path, bytes, sha256, rows, blankLines }) => ({ path, bytes, sha256, rows, blankLines })),
    bytes: files.reduce((all, file) => all + file.bytes, 0),
    resources: records.count(side),
    byType: Object.fromEntries(Object.entries(byMonth).map(([type, months]) => [type, sum(months)])),
    byMonth,
    patients,
    keyless,
    references: resolved.references[side],
    dangling: { count: resolved.danglings[side], places: danglingPlaces(records, side, resolved.danglings[side]) },
  }
}

/** A record's word of month and type; both together are few, so they are counted as they stand. */
function countMonths(kernel: Kernel, side: Side, types: string[]): Record<string, Record<string, number>> {
  const counts = new Map<number, number>()
  for (const words of kernel.recordBlocks(sideNumber[side]))
    for (let at = monthAndType; at < words.length; at += recordWords) {
      const word = words[at]! & ~marks
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  const named = [...counts].map(([word, n]): [string, string, number] => [
    types[word & 1023]!,
    monthName(word >>> 15),
    n,
  ])
  named.sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
  const byMonth: Record<string, Record<string, number>> = {}
  for (const [type, month, n] of named) {
    byMonth[type] ??= {}
    byMonth[type][month] = n
  }
  return byMonth
}

/** 12 × year + month, 0 for none. */
function monthName(month: number): string {
  if (month === 0) return 'undated'
  const year = Math.floor((month - 1) / 12)
  return `${String(year).padStart(4, '0')}-${String(month - 12 * year).padStart(2, '0')}`
}

function danglingPlaces(records: Records, side: Side, count: number): Place[] {
  const places: Place[] = []
  for (let at = 0; at < records.count(side) && places.length < count; at++)
    for (let n = records.danglings(side, at); n > 0; n--) places.push(records.place(side, at))
  return places
}
