/** What one person saw of one request. Status 0: the connection broke. */
export type Seen = { deed: string; email: string; method: string; path: string; status: number; text: string }

/** A line of the portal's own log that tells of a request which failed. */
export type LoggedFault = { at: string; path: string; method: string; because: string }

/**
 * Everybody's witness: counts every answer, and keeps those that no page should give. While something has just been killed, a
 * broken connection or a 5xx is what was asked for; at any other moment it is a fault.
 */
export class Watch {
  readonly counts = new Map<string, number>()
  readonly faults: Seen[] = []
  readonly logged: LoggedFault[] = []
  private readonly outages: { from: number; to: number }[] = []

  saw(seen: Seen): void {
    const key = `${seen.deed} ${seen.status}`
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
    const broken = seen.status === 0 || seen.status >= 500 || seen.text.includes('Sorry, something went wrong')
    if (broken && !this.isOut(Date.now())) this.faults.push({ ...seen, text: seen.text.slice(0, 300) })
  }

  /** A line of standard output of the portal; what is no JSON is the launcher's own words. */
  read(line: string): void {
    if (!line.startsWith('{')) return
    const { time, msg, path, method, err } = JSON.parse(line)
    if (msg !== 'a request failed' || this.isOut(Date.parse(time))) return
    this.logged.push({ at: time, path, method, because: `${err?.type}: ${err?.message}`.slice(0, 500) })
  }

  outageBegins(): void {
    this.outages.push({ from: Date.now() - 1_500, to: Number.POSITIVE_INFINITY })
  }

  /** What was on its way when the portal came back may still break. */
  outageEnds(): void {
    this.outages.at(-1)!.to = Date.now() + 2_000
  }

  get kills(): number {
    return this.outages.length
  }

  private isOut = (when: number) => this.outages.some(({ from, to }) => when >= from && when <= to)
}
