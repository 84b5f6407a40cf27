/** Sign-in attempts of one network address: at most `most` in a window. Kept in the process; a restart forgets them. */
const windowMs = 5 * 60_000
const most = 100
const seen = new Map<string, { count: number; until: number }>()

/** Counts one attempt. @returns false where this address has had too many. */
export function mayAttempt(address: string, now: Date): boolean {
  const entry = seen.get(address)
  if (!entry || entry.until < now.getTime()) {
    if (seen.size > 10_000) seen.clear()
    seen.set(address, { count: 1, until: now.getTime() + windowMs })
    return true
  }
  entry.count += 1
  return entry.count <= most
}
