import type { Outcome } from '../evidence/bundle'
import type { Found } from './check'
import type { Reason } from './reasons'

/** What a check found, thrown where it is found: a check then reads as what must be true, one line after another. */
export class Finding extends Error {
  constructor(
    readonly result: Outcome,
    readonly reason: Reason,
    message: string,
  ) {
    super(message)
  }
  get found(): Found {
    return { result: this.result, reason: this.reason, message: this.message }
  }
}

/** The product's breach unless it holds (CS-06). The message says what was expected and what was observed. */
export function must(holds: unknown, reason: Reason, message: string | (() => string)): asserts holds {
  if (!holds) throw new Finding('FAIL', reason, typeof message === 'string' ? message : message())
}
/** There was nothing to look at: proves nothing, and breaks nothing (CK-02). */
export const notExercised = (reason: Reason, message: string): Finding => new Finding('NOT_EXERCISED', reason, message)
/** The product does not claim it. */
export const notClaimed = (message: string): Finding => new Finding('NOT_APPLICABLE', 'NOT_CLAIMED', message)
