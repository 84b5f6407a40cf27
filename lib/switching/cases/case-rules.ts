import { addDays, type Day } from '@/lib/platform/days'
import type { CaseEnding, CaseState } from './case'
import type { CaseCommand } from './case-machine'

/** The longest way from an order to go-live that practices meet: 16 weeks. */
const criticalPathDays = 112

/** What the register says of the module, as far as a case heeds it. */
export type Standing = { removed: boolean; suspended: boolean; remediation: boolean }

/** The state that a case must have for that standing; undefined where the practice has nothing to decide (assurance §9). */
export function stateFor({ removed, suspended, remediation }: Standing): Exclude<CaseState, 'ended'> | undefined {
  if (removed) return 'leaving'
  if (suspended) return 'at-risk'
  return remediation ? 'watching' : undefined
}

/** KO-02: the first day on which the module can be switched off, by the longer of notice and the way of a switch. */
export const exitByOf = (decidedOn: Day, noticeDays: number): Day =>
  addDays(decidedOn, Math.max(noticeDays, criticalPathDays))

export type CaseStep = { command: CaseCommand; ending: CaseEnding | null }
const commands = { watching: 'watch', 'at-risk': 'warn', leaving: 'leave' } as const
const endings = { watching: 'mended', 'at-risk': 'lifted', leaving: 'corrected' } as const

/**
 * What an open case does next: it ends once the module is used no longer, whatever its standing; else it follows the standing.
 * A removed module's case has no other end but a corrected removal. Undefined where nothing changes, so it may be asked twice.
 */
export function stepOf(
  state: Exclude<CaseState, 'ended'>,
  wanted: ReturnType<typeof stateFor>,
  inUse: boolean,
): CaseStep | undefined {
  if (!inUse) return { command: 'end', ending: 'not-in-use' }
  if (wanted === undefined) return { command: 'end', ending: endings[state] }
  return wanted === state ? undefined : { command: commands[wanted], ending: null }
}
