/**
 * How many at a time, and how fast one after another (SG-09). Whoever waits gives up when the run stops.
 */
export class Pace {
  #free: number
  #waiting: (() => void)[] = []
  #next = 0

  constructor(
    inFlight: number,
    private readonly spacingMs: number,
    private readonly stop: AbortSignal,
  ) {
    this.#free = inFlight
    const wakeAll = () => {
      for (const wake of this.#waiting.splice(0)) wake()
    }
    stop.addEventListener('abort', wakeAll, { once: true })
  }

  /** @returns what gives the place back; @throws the reason of `stop` */
  async enter(): Promise<() => void> {
    this.stop.throwIfAborted()
    if (this.#free > 0) this.#free--
    else await new Promise<void>((wake) => this.#waiting.push(wake))
    let inside = true
    const leave = () => {
      if (!inside) return
      inside = false
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free++
    }
    try {
      await this.#turn()
      return leave
    } catch (error) {
      leave()
      throw error
    }
  }

  /** Everybody's turn is `spacingMs` after the one before. */
  async #turn(): Promise<void> {
    const now = performance.now()
    const mine = Math.max(now, this.#next)
    this.#next = mine + this.spacingMs
    if (mine > now) await pause(mine - now, this.stop)
    this.stop.throwIfAborted()
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const wake = () => {
      clearTimeout(clock)
      stop.removeEventListener('abort', wake)
      done()
    }
    const clock = setTimeout(wake, ms)
    stop.addEventListener('abort', wake, { once: true })
    if (stop.aborted) wake()
  })
}
