import { type Day, daysBetween } from '@/lib/platform/days'
import { escalationWords, type SwitchTimer } from '../timers/timer'
import { type TimerName, timerKinds } from '../timers/timer-kinds'

export type Late = { what: string; owner: string; dueOn: Day; days: number; toldTo: string }

/**
 * What of a switch is late on a day, the longest overdue first. A timer that is met or stands still is not late, however long
 * ago its day was; one that is kept as running but whose day is past is, because rows are brought up to date once a day.
 */
export function lateOf(timers: SwitchTimer[], today: Day): Late[] {
  return timers
    .filter(({ state, dueOn }) => !['met', 'stopped'].includes(state) && dueOn < today)
    .map(({ kind, dueOn, escalated }) => {
      const { title, owner } = kindOf(kind)
      return {
        what: title,
        owner,
        dueOn,
        days: daysBetween(dueOn, today),
        toldTo: escalationWords[escalated] ?? 'nobody',
      }
    })
    .sort((a, b) => b.days - a.days || (a.what < b.what ? -1 : 1))
}

/** What comes due next; undefined where nothing does. */
export function nextDue(timers: SwitchTimer[], today: Day): { what: string; owner: string; dueOn: Day } | undefined {
  const open = timers.filter(({ state, dueOn }) => !['met', 'stopped'].includes(state) && dueOn >= today)
  const [first] = open.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.kind < b.kind ? -1 : 1))
  return first && { what: kindOf(first.kind).title, owner: kindOf(first.kind).owner, dueOn: first.dueOn }
}

/** "1 day late", "12 days late". */
export const lateWords = (days: number): string =>
  days === 1 ? '1 day late' : `${days.toLocaleString('en-GB')} days late`

export const kindOf = (kind: string): { title: string; owner: string } =>
  Object.hasOwn(timerKinds, kind) ? timerKinds[kind as TimerName] : { title: kind, owner: 'Practice manager' }
