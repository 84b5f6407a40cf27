import { type DifferenceCount, maskCount } from '../report'

/** PC-02: the nearest multiple of 5. */
export const toFive = (count: number): number => Math.round(count / 5) * 5

/**
 * Masks counts of differences (PC-01) whose rows have one sum in common, such as the same differences by severity and by
 * class. PC-03: where the other cells would give a masked one away by subtraction, the next smallest cell is hidden too, as
 * "5+". That is so for a lone masked cell, and for several that can only all be 1 or all be 4.
 */
export function maskRows(rows: readonly (readonly number[])[]): DifferenceCount[][] {
  const masked = rows.map((row) => row.map(maskCount))
  for (;;) {
    const at = rows.findIndex((row, i) => givesAway(row, masked, i))
    if (at < 0) return masked
    const own = smallestExact(masked[at]!)
    const [row, cell] = own >= 0 ? [at, own] : exactElsewhere(masked, at)
    masked[row]![cell] = '5+'
  }
}

function givesAway(row: readonly number[], masked: DifferenceCount[][], at: number): boolean {
  const cells = masked[at]!
  const small = row.filter((_, i) => cells[i] === '1-4')
  if (small.length === 0 || cells.includes('5+')) return false
  if (smallestExact(cells) < 0 && exactElsewhere(masked, at)[0] < 0) return false
  const sum = small.reduce((a, b) => a + b, 0)
  return small.length === 1 || sum === small.length || sum === 4 * small.length
}

/** The place of the smallest count that is printed exactly; -1 where there is none. */
function smallestExact(cells: readonly DifferenceCount[]): number {
  const exact = cells.flatMap((cell, i) => (typeof cell === 'number' && cell > 0 ? [{ cell, i }] : []))
  return exact.sort((a, b) => a.cell - b.cell)[0]?.i ?? -1
}

/** A cell of another row that is exact in all its cells, and so tells the sum. */
function exactElsewhere(masked: DifferenceCount[][], at: number): [number, number] {
  const row = masked.findIndex(
    (cells, i) => i !== at && smallestExact(cells) >= 0 && cells.every((cell) => typeof cell === 'number'),
  )
  return [row, row < 0 ? -1 : smallestExact(masked[row]!)]
}
