import { createHash } from 'node:crypto'
import { StripeFault } from './stripe-error'

export type Answer = { status: number; body: string }
type Kept = { asked: string; at: number; answer: Answer }

const lifeSeconds = 24 * 60 * 60

/** What a key was answered once it is answered again, until it dies after 24 hours of the test clock (E4). */
export class Idempotency {
  #kept = new Map<string, Kept>()

  /** @throws `idempotency_error` where the key was used for something else. */
  replay(key: string, asked: string, now: number): Answer | undefined {
    const kept = this.#kept.get(key)
    if (!kept || now - kept.at >= lifeSeconds) return undefined
    if (kept.asked !== asked)
      throw new StripeFault(
        400,
        'idempotency_error',
        'Keys for idempotent requests can only be used with the same parameters they were first used with.',
      )
    return kept.answer
  }

  keep(key: string, asked: string, now: number, answer: Answer): void {
    this.#kept.set(key, { asked, at: now, answer })
  }
}

export const hashOf = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex')
