import type { Day } from '@/lib/platform/days'

/** Whether a practice is closed on a day; one of which the register says no day counts as closed on every day. */
export const isClosedOn = ({ status, closedOn }: { status: string; closedOn: Day | null }, on: Day): boolean =>
  status === 'closed' && (closedOn === null || closedOn <= on)

/** Whether the line of successors that begins at a practice comes back to one that it has passed. */
export function isCircle(successorOf: ReadonlyMap<string, string>, from: string): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = from; at !== undefined; at = successorOf.get(at)) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}
