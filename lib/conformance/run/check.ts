import type { Outcome, Strength } from '../evidence/bundle'
import type { Answer, Client } from '../http/client'
import type { Fixtures } from './run-job'

/** What a check finds; `message` says what was expected and what was observed. */
export type Found = { result: Outcome; reason: string; message: string }

/** All that a check may know: it makes its own inputs from these, and relies on no other check (CK-03). */
export type CheckContext = {
  client: Client
  fixtures: Fixtures
  nonce: string
  /** The day on which the run began, `YYYY-MM-DD`. */
  today: string
  /** The answer to a plain GET with the right token, asked once a run and shared by the checks that want it. */
  once(to: string): Promise<Answer>
  /** Writes nothing: a check that can do without its writing half leaves that out. */
  readOnly: boolean
  /** Waits so many milliseconds. */
  wait(ms: number): Promise<void>
}

/** One check, written from its requirement (CK-01). Its id is permanent (CK-06). */
export type Check = {
  id: string
  title: string
  requirement: string
  /** Further requirements that the same check speaks of. */
  alsoFor?: string[]
  strength: Strength
  /** It makes or changes something at the supplier's, and cannot do without. */
  writes: boolean
  /** Runs before those that ask: where the connection is not sound, nothing else would be told. */
  first?: boolean
  /** What must be true, and where the requirement says so: `explain` prints it. */
  explanation: string
  run(context: CheckContext): Promise<Found>
}
