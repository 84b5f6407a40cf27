import { addDays, type Day } from '@/lib/platform/days'
import { between, type SwitchState } from '../switch'
import type { LeavingFact } from '../switch-facts'
import { type Calendar, shiftWorkingDays } from '../timers/calendar-rules'
import { type CapacityWeek, freeSlots } from './capacity'

/** Working days that the critical path of design §5 still needs from a state to go-live. */
const needed: [SwitchState, number][] = [
  ['ordered', 60],
  ['mobilised', 50],
  ['preparing', 45],
  ['trial-loaded', 30],
  ['cutover-ready', 20],
]

/**
 * CC-03: the earliest day of go-live: the latest of the end of the notice, of the first week with a free final load, and of what
 * the way still needs. Undefined where the calendar does not reach so far.
 */
export function earliestGoLive(of: {
  state: SwitchState
  today: Day
  leaving: LeavingFact | null
  weeks: CapacityWeek[]
  reserved: { kind: string; week: Day }[]
  calendar: Calendar
}): Day | undefined {
  const ahead = needed.find(([state]) => between('draft', state).slice(0, -1).includes(of.state))?.[1] ?? 0
  const path = shiftWorkingDays(of.calendar, of.today, ahead)
  const held = of.reserved.find((r) => r.kind === 'final-load')?.week
  const free = of.weeks.find((w) => w.kind === 'final-load' && freeSlots(w) > 0 && w.week >= of.today)?.week
  const slot = held ?? free
  if (!path || !slot) return undefined
  const early = of.leaving && of.leaving.runsUntil < of.leaving.endsOn
  const notice = early && !of.leaving!.noticeGivenOn ? addDays(of.today, of.leaving!.noticeDays) : of.today
  return [path, slot, notice].sort().at(-1)
}
