import 'server-only'

/** So many tries at once, and one more every so many milliseconds. */
const [most, everyMs] = [20, 3_000]
const buckets = new Map<string, { left: number; at: number }>()

/**
 * Whether one more try is allowed to this sender, in this process. Everybody whose try is refused shares one bucket: so a flood of
 * strangers never takes the turn of a witness, and the map holds no more than the witnesses and that one.
 */
export function mayTry(sender: string, now: Date): boolean {
  const bucket = buckets.get(sender) ?? { left: most, at: now.getTime() }
  const since = Math.max(0, now.getTime() - bucket.at)
  const left = Math.min(most, bucket.left + since / everyMs)
  const allowed = left >= 1
  buckets.set(sender, { left: allowed ? left - 1 : left, at: Math.max(bucket.at, now.getTime()) })
  return allowed
}
