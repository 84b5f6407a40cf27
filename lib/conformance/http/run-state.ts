import { type AbortCode, RunAborted } from './client'
import type { Limits } from './limits'
import { Pace } from './pace'

export type RunState = {
  /** Ends everything under way; its reason is a RunAborted. */
  stop: AbortSignal
  /** Waits for a place and counts the request. @returns what gives the place back; @throws RunAborted */
  enter(): Promise<() => void>
  /** @returns why the run ends now, if it does */
  answered(status: number): RunAborted | undefined
  /** No answer came. @returns why the run ends now, if it does */
  failed(): RunAborted | undefined
  /** Ends the run; the first reason stays. */
  abort(code: AbortCode): RunAborted
}

/** What holds for a run as a whole: its time, its number of requests, its patience, its kill switch. */
export function startRun(limits: Limits, killSwitch?: AbortSignal): RunState {
  const controller = new AbortController()
  const stop = controller.signal
  const pace = new Pace(limits.inFlight, limits.spacingMs, stop)
  const abort = (code: AbortCode): RunAborted => {
    controller.abort(new RunAborted(code))
    return stop.reason as RunAborted
  }
  const end = performance.now() + limits.runMs
  // The clock must not keep a finished process alive; a request under way does that by itself.
  setTimeout(() => abort('TOO_LONG'), limits.runMs).unref()
  if (killSwitch?.aborted) abort('STOPPED')
  killSwitch?.addEventListener('abort', () => abort('STOPPED'), { once: true })
  let requests = 0
  let inARow = 0
  const failed = () => (++inARow >= limits.failuresInARow ? abort('SERVER_DOWN') : undefined)

  return {
    stop,
    abort,
    failed,
    async enter() {
      if (performance.now() > end) abort('TOO_LONG')
      stop.throwIfAborted()
      if (++requests > limits.requests) throw abort('TOO_MANY_REQUESTS')
      return pace.enter()
    },
    answered(status) {
      if (status >= 500) return failed()
      inARow = 0
      return undefined
    },
  }
}
