import { addDays, type Day, dayOf, dayWords } from '@/lib/platform/days'
import { currentRuns } from '../run-rules'
import { readOnlyDays } from '../switch'
import { type FullFacts, incidentsOf, stated, textIn } from '../switch-facts'
import { calendarOf, shiftWorkingDays } from '../timers/calendar-rules'
import { rollBackDeadline } from './g10-live-rules'
import { line, type Predicate } from './predicate'

/**
 * What a way back needs. Before go-live nothing (R2): it is the default. Afterwards a verified run over the gaining supplier's
 * reverse extract (R3), and only until the point of no return (R4).
 */
export function rollBackLines(facts: FullFacts): Predicate[] {
  if (facts.state !== 'live') return []
  const runs = currentRuns(facts, 'reverse')
  const end = pointOfNoReturn(facts)
  return [
    line(
      {
        id: 'R3',
        sentence:
          'A verified run proves the reverse extract: the old side holds the final extract and all that came after',
        owner: 'Gaining supplier',
        read: runs.map((r) => [r.id, r.unexplained.S1]),
      },
      runs.length > 0 && runs.every((r) => r.unexplained.S1 === 0),
      runs.length === 0 ? 'There is no verified run of the reverse extract' : 'The reverse extract loses something',
    ),
    line(
      { id: 'R4', sentence: 'The point of no return is not passed', owner: 'Clinical lead', read: end ?? null },
      end !== undefined && facts.today < end,
      end
        ? `After ${dayWords(end)} there is no way back, only remediation`
        : 'It cannot be said how long there is a way back',
    ),
  ]
}

/**
 * R4: the earliest of the end of access to the old system, day 5 after go-live and the first repeat-dispensing batch that was
 * issued. Undefined before go-live.
 */
export function pointOfNoReturn(facts: FullFacts): Day | undefined {
  const { wentLiveOn } = facts
  if (!wentLiveOn) return undefined
  const days = [
    addDays(wentLiveOn, readOnlyDays),
    shiftWorkingDays(calendarOf(facts.holidays), wentLiveOn, 5),
    textIn(stated(facts, 'eps-batch'), 'issuedOn'),
    textIn(stated(facts, 'legacy-access'), 'endsOn'),
  ]
  return days.filter((day) => day !== undefined).sort()[0]
}

/** R5: what proposes a way back at once, in words; the portal says so, and people decide. */
export function rollBackTriggers(facts: FullFacts): string[] {
  const open = incidentsOf(facts).filter((i) => i.state === 'open')
  const words = {
    'wrong-patient': 'something stands with the wrong patient',
    'services-down': 'EPS or PDS is down for more than 4 hours',
    'second-loss': 'an unexplained loss in a second type',
  }
  return open.flatMap((i) => [
    ...(i.severity === 'S1' ? [`Incident ${i.number} is S1`] : []),
    ...(i.sort === 'other' ? [] : [`Incident ${i.number}: ${words[i.sort]}`]),
  ])
}

/** R2: the deadline has passed without a decision, so the clock goes back. */
export const isPastDeadline = (facts: FullFacts): boolean => {
  const deadline = rollBackDeadline(facts)
  return ['frozen', 'loaded'].includes(facts.state) && deadline !== undefined && deadline <= facts.now
}

/** Where the clock's own words stand in the reason of the row. */
export const deadlineReason = (deadline: Date): string =>
  `The deadline of ${dayWords(dayOf(deadline))} passed without a decision, so the switch went back by itself`
