/** What a test of some members said: together they cannot hold, they can, or the time was up. */
export type Verdict = 'conflict' | 'possible' | 'unknown'

/**
 * A deletion filter (INF-2): of members that together are in conflict, those that are left when every one that is not needed
 * has gone; each of these is necessary. The first members are tried for leaving first, in halves, so that a few necessary ones
 * among many are found in few tests. `isSmallest` is false where a test did not end in time (INF-6).
 */
export function smallestConflict<T>(
  members: T[],
  test: (members: T[]) => Verdict,
): { members: T[]; isSmallest: boolean } {
  const necessary: T[] = []
  let open = members
  let size = Math.ceil(open.length / 2)
  while (open.length > 0) {
    const rest = open.slice(size)
    const verdict = test([...rest, ...necessary])
    if (verdict === 'unknown') return { members: [...open, ...necessary], isSmallest: false }
    if (verdict === 'conflict') {
      open = rest
      size = Math.min(size, Math.max(1, open.length))
    } else if (size > 1) size = Math.ceil(size / 2)
    else {
      necessary.push(open[0]!)
      open = rest
      size = Math.max(1, Math.ceil(open.length / 2))
    }
  }
  return { members: necessary, isSmallest: true }
}
