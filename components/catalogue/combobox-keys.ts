/** Which suggestion is active after a key: past either end nothing is, and what was typed stands again. null: none. */
export function activeAfter(key: string, active: number | null, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return active === null ? 0 : active === count - 1 ? null : active + 1
  if (key === 'ArrowUp') return active === null ? count - 1 : active === 0 ? null : active - 1
  return active
}
