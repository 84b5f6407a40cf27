import type { Day } from '@/lib/platform/days'
import type { FullFacts } from '../switch-facts'
import { calendarOf, workingDaysPast } from './calendar-rules'
import type { SwitchTimer } from './timer'
import { type TimerKind, type TimerName, timerKinds } from './timer-kinds'

type Timer = SwitchTimer & { kind: TimerName }
const ended = ['closed', 'cancelled', 'rolled-back']

/**
 * TM-01: the timers of a switch as its facts make them on a day, those whose anchor is known. While it is on hold or has
 * ended they stand still. TM-03: an overdue matter goes to its owner at once, to the IT partner after 2 working days, to the
 * commissioner after 5.
 */
export function timersOf(facts: FullFacts): Timer[] {
  const calendar = calendarOf(facts.holidays)
  return (Object.keys(timerKinds) as TimerName[]).flatMap((kind): Timer[] => {
    const rule: TimerKind = timerKinds[kind]
    const dueOn = rule.due(facts, calendar)
    if (!dueOn) return []
    const warned = (rule.warn?.(facts, calendar, dueOn) ?? []).filter((day) => day && day <= facts.today).length
    const at = { kind, dueOn, warned, escalated: 0 }
    if (rule.met(facts)) return [{ ...at, state: 'met' }]
    if (facts.state === 'on-hold' || ended.includes(facts.state)) return [{ ...at, state: 'stopped' }]
    if (facts.today <= dueOn) return [{ ...at, state: warned > 0 ? 'warned' : 'running' }]
    return [{ ...at, state: 'overdue' as const, escalated: escalationOf(dueOn, facts.today, facts.holidays) }]
  })
}

function escalationOf(dueOn: Day, today: Day, holidays: Day[]): number {
  const past = workingDaysPast(calendarOf(holidays), dueOn, today) ?? 5
  return past >= 5 ? 3 : past >= 2 ? 2 : 1
}

/** The timer that says by when a line of a gate should hold. */
export const dueByLine: Record<string, TimerName> = {
  'G2.1': 'order',
  'G2.2': 'order',
  'G2.3': 'order',
  'G3.2': 'safety',
  'G3.3': 'safety',
  'G6.1': 'trial-due',
  'G6.2': 'trial-due',
  'G7.1': 'check',
  'G7.2': 'check',
  'G7.4': 'check',
  'G7.5': 'check',
  'G8.1': 'meeting',
  'G8.2': 'pcse',
  'G9.1': 'links-off',
  'G10.1': 'cutover',
  'G10.3': 'cutover',
  'G11.1': 're-entry',
  'G11.4': 'proof-20',
  'G12.1': 'legacy',
}
