import { now } from '@/lib/platform/clock'
import { addDays, type Day, dayOf } from '@/lib/platform/days'
import type { SwitchState } from '@/lib/switching/switch'
import { type Parties, parties } from '@/prisma/factories/contract'
import { FullSwitchStory } from '@/prisma/factories/full-switch'
import { fullSwitchIn } from '@/prisma/factories/full-switch-way'

/** The first Monday on or after a day. */
export function mondayFrom(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, (8 - weekday) % 7)
}

/** A switch in that state whose go-live is so many days from now, moved to a Monday; a deadline in the past is no deadline yet. */
export async function aFullSwitch(state: SwitchState, inDays: number): Promise<{ of: Parties; s: FullSwitchStory }> {
  const of = await parties()
  const T = mondayFrom(addDays(dayOf(now()), inDays))
  const tomorrow = addDays(dayOf(now()), 1)
  return { of, s: await fullSwitchIn(state, of, T, T <= tomorrow ? tomorrow : addDays(T, -1)) }
}

/** One that was frozen before a Sunday that has passed. */
export async function anUndecidedSwitch(): Promise<{ of: Parties; s: FullSwitchStory }> {
  const of = await parties()
  return { of, s: await fullSwitchIn('frozen', of, mondayFrom(addDays(dayOf(now()), -6))) }
}

/** One that its manager has just opened. */
export async function aNewSwitch(): Promise<{ of: Parties; s: FullSwitchStory }> {
  const of = await parties()
  return { of, s: await FullSwitchStory.open(of, mondayFrom(addDays(dayOf(now()), 115))) }
}

/** One whose go-live was planned for a Monday a hundred days ago, with all its people and nothing done; no deadline has passed. */
export async function aSwitchOfLastYear(): Promise<{ of: Parties; s: FullSwitchStory }> {
  const of = await parties()
  const s = await FullSwitchStory.open(of, mondayFrom(addDays(dayOf(now()), -100)))
  s.deadlineOn = addDays(dayOf(now()), 1)
  return { of, s: await s.everybodyNamed() }
}
