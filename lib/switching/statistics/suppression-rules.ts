/** Groups with fewer switches are not shown: a practice could be known by them. */
export const leastShown = 5

export type Cells = Record<string, number>
export type Shown = { cells: Record<string, number | null>; total: number | null }

/**
 * The cells of a group beside their total, with those hidden (null) that would tell of fewer than 5 switches, and as many more
 * as it takes that no hidden one follows from the total by subtraction. Nothing at all (0) is shown: it tells of no practice.
 * Who subtracts learns the sum of the hidden cells, so at least two are hidden and their sum leaves more than one way to
 * divide it. Where no further cell is left to hide, the total is hidden.
 */
export function suppress(cells: Cells): Shown {
  const total = Object.values(cells).reduce((sum, n) => sum + n, 0)
  const isTotalHidden = isSmall(total)
  const hidden = new Set(Object.keys(cells).filter((key) => isSmall(cells[key]!)))
  const visible = Object.keys(cells)
    .filter((key) => cells[key]! >= leastShown)
    .sort((a, b) => cells[a]! - cells[b]! || (a < b ? -1 : 1))
  while (!isTotalHidden && hidden.size > 0 && !isAmbiguous([...hidden].map((key) => cells[key]!))) {
    const next = visible.shift()
    if (next === undefined) return shown(cells, hidden, null)
    hidden.add(next)
  }
  return shown(cells, hidden, isTotalHidden ? null : total)
}

const isSmall = (n: number): boolean => n > 0 && n < leastShown

/** Each hidden cell is at least 1, so a sum that is all ones gives every one of them away. */
function isAmbiguous(hidden: number[]): boolean {
  const sum = hidden.reduce((a, b) => a + b, 0)
  return hidden.length > 1 && sum >= Math.max(leastShown, hidden.length + 3)
}

const shown = (cells: Cells, hidden: Set<string>, total: number | null): Shown => ({
  total,
  cells: Object.fromEntries(Object.entries(cells).map(([key, n]) => [key, hidden.has(key) ? null : n])),
})
