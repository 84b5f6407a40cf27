import { addDays, addMonths, type Day, dayOf } from '@/lib/platform/days'
import { currentRuns } from '../run-rules'
import { between, type SwitchState } from '../switch'
import { type FullFacts, stated, textIn } from '../switch-facts'
import { type Calendar, shiftWorkingDays } from './calendar-rules'

export type TimerKind = {
  title: string
  owner: string
  /** The day by which it is due; undefined while its anchor is not known or the calendar does not reach. */
  due: (facts: FullFacts, calendar: Calendar) => Day | undefined
  /** Days on which a warning is given, the earliest first. */
  warn?: (facts: FullFacts, calendar: Calendar, due: Day) => (Day | undefined)[]
  met: (facts: FullFacts) => boolean
}

/** T: the planned day of go-live, and the real one as soon as there is one. */
const T = (f: FullFacts): Day | undefined => f.wentLiveOn ?? textIn(stated(f, 'dates'), 'goLiveOn')
const extract = (f: FullFacts): Day | undefined => textIn(stated(f, 'dates'), 'finalExtractOn')
const working = (count: number, anchor: (f: FullFacts) => Day | undefined) => (f: FullFacts, calendar: Calendar) => {
  const day = anchor(f)
  return day && shiftWorkingDays(calendar, day, count)
}
const calendarDays = (count: number, anchor: (f: FullFacts) => Day | undefined) => (f: FullFacts) => {
  const day = anchor(f)
  return day && addDays(day, count)
}
const since = (f: FullFacts) => f.wentLiveOn ?? undefined
const has = (state: SwitchState, f: FullFacts) =>
  between(state, 'closed').includes(f.stateBefore ?? f.state) || f.state === 'rolled-back'
const firstRun = (f: FullFacts): Day | undefined =>
  currentRuns(f, 'trial')
    .map((run) => dayOf(run.takenInAt))
    .sort()[0]
const allOff = (f: FullFacts) => has('loaded', f) || (f.radar.length > 0 && f.radar.every((l) => !l.inUse || l.offAt))
const isProven = (kind: 'day-1' | 'day-5' | 'day-20') => (f: FullFacts) => currentRuns(f, kind).length > 0

/** The timers of design §5. Amounts are those of NHS England's migration guide. */
export const timerKinds = {
  order: {
    title: 'The switch is ordered',
    owner: 'Practice manager',
    due: working(-60, T),
    warn: (f, calendar) => [working(-80, T)(f, calendar)],
    met: (f) => has('ordered', f),
  },
  safety: {
    title: 'Safety officer named, impact assessment approved',
    owner: 'Clinical safety officer',
    due: working(-50, T),
    met: (f) => f.people['clinical-safety-officer'] !== undefined && stated(f, 'dpia') !== undefined,
  },
  'trial-asked': {
    title: 'Trial extract asked for',
    owner: 'Practice manager',
    due: working(-45, T),
    met: (f) => stated(f, 'trial-asked') !== undefined || has('trial-loaded', f),
  },
  'trial-due': {
    title: 'Trial load done',
    owner: 'Gaining supplier',
    due: working(10, (f) => textIn(stated(f, 'trial-asked'), 'askedOn')),
    met: (f) => has('trial-loaded', f),
  },
  check: {
    title: 'Trial load checked',
    owner: 'Clinical lead',
    due: working(5, firstRun),
    warn: (f, calendar) => [working(3, firstRun)(f, calendar)],
    met: (f) => has('cutover-ready', f),
  },
  meeting: {
    title: 'Cut-over meeting held',
    owner: 'Practice manager',
    due: calendarDays(-28, extract),
    met: (f) => stated(f, 'cutover-meeting') !== undefined,
  },
  pcse: {
    title: 'Form sent to Primary Care Support England',
    owner: 'Practice manager',
    due: calendarDays(-14, extract),
    met: (f) => stated(f, 'pcse-form') !== undefined,
  },
  'links-off': {
    title: 'Links of the old system off',
    owner: 'IT delivery partner',
    due: working(-1, extract),
    warn: (f, calendar) => [working(-2, extract)(f, calendar)],
    met: allOff,
  },
  cutover: {
    title: 'Cut-over ended',
    owner: 'Practice manager',
    due: (f, calendar) => cutoverEnd(f, calendar),
    met: (f) => has('live', f),
  },
  're-entry': {
    title: 'Re-entry log empty',
    owner: 'Practice manager',
    due: working(5, since),
    met: (f) => f.wentLiveOn !== null && f.slips.all > 0 && f.slips.open === 0,
  },
  're-entry-red': {
    title: 'Re-entry log empty, last day',
    owner: 'Practice manager',
    due: working(10, since),
    met: (f) => f.wentLiveOn !== null && f.slips.all > 0 && f.slips.open === 0,
  },
  'proof-1': { title: 'Run of day 1', owner: 'Practice manager', due: working(1, since), met: isProven('day-1') },
  'proof-5': { title: 'Run of day 5', owner: 'Practice manager', due: working(5, since), met: isProven('day-5') },
  'proof-20': { title: 'Run of day 20', owner: 'Practice manager', due: working(20, since), met: isProven('day-20') },
  legacy: {
    title: 'End of access to the old system',
    owner: 'Losing supplier',
    due: calendarDays(90, since),
    warn: (_, __, due) => [30, 14, 7, 1].map((n) => addDays(due, -n)),
    met: (f) => f.state === 'closed',
  },
  fp69: {
    title: 'FP69 flags processed',
    owner: 'Practice manager',
    due: (f) => {
      const day = textIn(stated(f, 'oldest-flag'), 'flaggedOn')
      return day && addMonths(day, 3)
    },
    met: (f) => stated(f, 'registrations')?.value.fp69 === 0,
  },
} satisfies Record<string, TimerKind>

export type TimerName = keyof typeof timerKinds

/** TM-cutover: over a weekend from Friday 17:00 to Monday 07:00; in the week at most five working days. */
function cutoverEnd(f: FullFacts, calendar: Calendar): Day | undefined {
  const from = extract(f)
  if (!from) return undefined
  if (textIn(stated(f, 'dates'), 'cutover') !== 'weekend') return shiftWorkingDays(calendar, from, 5)
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay()
  return addDays(from, (8 - weekday) % 7 || 7)
}
