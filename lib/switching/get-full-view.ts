import 'server-only'
import { listComparisonsOf } from '@/lib/comparison/saved-comparisons/find-comparison-of'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { CapacityWeek } from './capacity/capacity'
import { findReserved, findWeeks } from './capacity/capacity-store'
import { earliestGoLive } from './capacity/earliest-rules'
import { providersOf } from './capacity/reserve-capacity'
import type { StatedFact } from './facts/fact'
import { factKinds } from './facts/fact-kinds'
import { rollBackDeadline } from './gates/g10-live-rules'
import { pointOfNoReturn, rollBackTriggers } from './gates/roll-back-rules'
import type { Slip } from './re-entry/slip'
import { findSlips } from './re-entry/slip-store'
import type { Switch } from './switch'
import type { FullFacts, HazardFact, RadarFact } from './switch-facts'
import { calendarOf } from './timers/calendar-rules'
import type { SwitchTimer } from './timers/timer'
import { findTimers } from './timers/timer-store'

/** What the page of a switch of machine version 2 shows beside the rest. */
export type FullView = {
  stated: (StatedFact & { by: string })[]
  hazards: HazardFact[]
  radar: RadarFact[]
  slips: Slip[]
  slipCounts: { open: number; all: number }
  weeks: CapacityWeek[]
  reserved: { weekId: string; kind: string; week: Day }[]
  timers: SwitchTimer[]
  parts: FullFacts['parts']
  triggers: string[]
  deadline: Date | undefined
  noReturnFrom: Day | undefined
  earliestGoLive: Day | undefined
  /** What the practice may name as the comparison of its plan, while it may. */
  comparisons: { id: string; name: string }[]
  /** Who has asked to cancel. */
  cancelAsked: string[]
}

export async function readFullView(
  tx: Tx,
  of: Switch,
  facts: FullFacts,
  name: (id: string) => string,
): Promise<FullView> {
  const weeks = await findWeeks(tx, providersOf(of), facts.today)
  const { state, today, leaving, reserved, holidays } = facts
  return {
    stated: facts.stated
      .filter((fact) => fact.kind !== 'cancel-asked')
      .map((fact) => ({ ...fact, by: name(fact.statedById) })),
    hazards: facts.hazards,
    radar: facts.radar,
    slips: await findSlips(tx, of.id),
    slipCounts: facts.slips,
    weeks,
    reserved: await findReserved(tx, of.id),
    timers: await findTimers(tx, of.id),
    parts: facts.parts,
    triggers: rollBackTriggers(facts),
    deadline: rollBackDeadline(facts),
    noReturnFrom: pointOfNoReturn(facts),
    earliestGoLive: earliestGoLive({ state, today, leaving, reserved, weeks, calendar: calendarOf(holidays) }),
    comparisons: factKinds.plan.in.includes(state) ? await listComparisonsOf(tx, of.practiceId) : [],
    cancelAsked: facts.stated.filter((fact) => fact.kind === 'cancel-asked').map((fact) => fact.item),
  }
}
