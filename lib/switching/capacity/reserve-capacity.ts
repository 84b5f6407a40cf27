import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { invalidField } from '@/lib/platform/refusal'
import { changeSwitch } from '../change-switch'
import { conflict } from '../conflict'
import type { Switch } from '../switch'
import { statesOf } from '../switch-acts-rules'
import { mayState } from '../switch-policy'
import type { ReserveCapacityInput } from './capacity-schema'
import { findWeek, releaseSlots, takeSlot } from './capacity-store'

/** Reserves a slot of a week that the gaining supplier or the IT partner publishes: one wins the last one (CC-01). */
export function reserveCapacity(ctx: Context, { weekId, ...input }: ReserveCapacityInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('reserve-capacity', of), command: 'reserve-capacity', event: 'CapacityReserved' },
    may: ({ of, facts }) => mayState(ctx.actor, of, facts.people, ['practice-manager', 'delivery-partner']),
    refuseWhen: async ({ tx, of }) => {
      const week = await findWeek(tx, weekId)
      if (!week || !providersOf(of).includes(week.organisationId)) return invalidField('weekId', 'Choose a week')
      if (week.blackout) return conflict('Nothing can be reserved in this week')
      return week.week < dayOf(ctx.now) ? conflict('This week has begun or is past') : undefined
    },
    write: async ({ tx, of }) => {
      const by = { reservedById: ctx.actor.userId, reservedAt: ctx.now }
      const taken = await takeSlot(tx, { id: newId(), weekId, switchId: of.id, ...by })
      return taken ? undefined : conflict('Nothing is free in this week, or it is reserved for this switch already')
    },
    eventData: { weekId },
  })
}

/** Gives a reserved slot back. */
export function releaseCapacity(ctx: Context, { weekId, ...input }: ReserveCapacityInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('reserve-capacity', of), command: 'release-capacity', event: 'CapacityReleased' },
    may: ({ of, facts }) => mayState(ctx.actor, of, facts.people, ['practice-manager', 'delivery-partner']),
    write: async ({ tx, of }) =>
      (await releaseSlots(tx, of.id, ctx.now, weekId)) === 1 ? undefined : conflict('It is not reserved'),
    eventData: { weekId },
  })
}

/** Whose capacity a switch can reserve: the gaining supplier's, and the commissioner's IT partner's. */
export const providersOf = (of: Pick<Switch, 'gainingSupplierId' | 'payerId'>): string[] =>
  [of.gainingSupplierId, of.payerId].filter((id) => id !== null)
