import { addDays, type Day } from '@/lib/platform/days'
import type { ModuleFacts } from '../facts'
import { type ClockId, type ClockRule, ruleOn } from './clock-rule'

/** What clocks are read from: the derivation's facts, and what other parts of the portal know where they know it. */
export type ClockFacts = ModuleFacts & {
  appeals?: { decisionId: string; on: Day }[]
  endpointProofs?: { id: string; provenOn: Day; renewedOn: Day | null }[]
}

/** `missed` stays missed, however late it is done. `stopped`: what it was about ended before it was due. */
export type ClockState = 'running' | 'met' | 'missed' | 'stopped'
export type Subject = {
  type: 'NonConformity' | 'Plan' | 'OfficerDecision' | 'Challenge' | 'Endpoint' | 'Expiry'
  id: string
  nonConformityId?: string
  requirementId?: string
}
export type Clock = {
  clock: ClockId
  subject: Subject
  from: Day
  dueOn: Day
  state: ClockState
  /** When it was done, in time or late. */
  doneOn: Day | null
}

type Run = {
  from: Day
  /** Where it is not so many days after `from`. */
  due?: Day
  done?: Day | null
  stop?: Day | null
  /** A notice has no other end than its own day: from then on it is to be given. */
  isNotice?: boolean
}

/** How one clock stands today. Done or ended on the due day is in time (AS-05). */
export function clockOf(rules: ClockRule[], today: Day) {
  return (clock: ClockId, subject: Subject, { from, due, done = null, stop = null, isNotice }: Run): Clock => {
    const dueOn = due ?? addDays(from, ruleOn(rules, clock, from).days[0]!)
    return { clock, subject, from, dueOn, doneOn: done, state: stateOf() }
    function stateOf(): ClockState {
      if (done !== null && done <= dueOn) return 'met'
      if (stop !== null && stop <= dueOn) return 'stopped'
      if (isNotice) return today >= dueOn ? 'met' : 'running'
      return today > dueOn ? 'missed' : 'running'
    }
  }
}

export const earliest = (days: (Day | null | undefined)[]): Day | null =>
  days.filter((day): day is Day => !!day).toSorted()[0] ?? null

/** What each clock waits for, in a reader's words. */
export const clockWords: Record<ClockId, { waits: string; missed: string }> = {
  'CL-01': { waits: 'The supplier’s statement', missed: 'The supplier has not stated anything in time' },
  'CL-02': { waits: 'An accepted plan', missed: 'No plan was accepted in time' },
  'CL-03': { waits: 'The plan is started', missed: 'The plan was not started in time' },
  'CL-04': { waits: 'A letter before the plan ends', missed: 'The letter is due' },
  'CL-05': { waits: 'The plan is claimed done', missed: 'The plan ran out' },
  'CL-06': { waits: 'An accepted remediation plan', missed: 'No remediation plan was accepted in time' },
  'CL-07': {
    waits: 'The suspension is lifted or the module removed',
    missed: 'The suspension has not been decided on',
  },
  'CL-08': { waits: 'The authority closes it', missed: 'The authority has not closed it in time' },
  'CL-09': { waits: 'The supplier’s answer to a serious hazard', missed: 'No answer to a serious hazard in time' },
  'CL-10': { waits: 'An appeal', missed: 'The right to appeal has ended' },
  'CL-11': { waits: 'The challenged check passes again', missed: 'The challenged check did not pass again in time' },
  'CL-12': { waits: 'The endpoint is proven again', missed: 'The proof of the endpoint has run out' },
  'CL-13': { waits: 'A notice before something runs out', missed: 'The notice is due' },
}
