import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { invalidField } from '@/lib/platform/refusal'
import { changeSwitch } from '../change-switch'
import { conflict } from '../conflict'
import type { SwitchRole } from '../switch'
import { statesOf } from '../switch-acts-rules'
import { mayState } from '../switch-policy'
import type { AddServiceInput, PlanServiceInput, TellThirdPartyInput } from './radar-schema'
import { insertRadar, saveRadar } from './radar-store'

const planners: SwitchRole[] = ['delivery-partner', 'practice-manager']
const absent = () => conflict('The list has no such service')

/** Says of a dependent service whether it is in use, who owns it, and what is planned for it (RD-01). */
export function planService(ctx: Context, { lineId, inUse, ...rest }: PlanServiceInput) {
  const { id, version, ...planned } = rest
  return changeSwitch(ctx, {
    id,
    version,
    step: { in: (of) => statesOf('plan-service', of), command: 'plan-service', event: 'RadarLinePlanned' },
    may: ({ of, facts }) => mayState(ctx.actor, of, facts.people, planners),
    write: async ({ tx, of }) => {
      const change = { inUse: inUse === 'yes', ...planned, changedById: ctx.actor.userId, changedAt: ctx.now }
      return (await saveRadar(tx, { id: lineId, switchId: of.id }, change)) ? undefined : absent()
    },
    eventData: { lineId, inUse },
  })
}

/** Adds a service that the list does not name. */
export function addService(ctx: Context, { service, ...input }: AddServiceInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('plan-service', of), command: 'add-service', event: 'RadarLineAdded' },
    may: ({ of, facts }) => mayState(ctx.actor, of, facts.people, planners),
    write: async ({ tx, of }) => {
      const by = { changedById: ctx.actor.userId, changedAt: ctx.now }
      const added = await insertRadar(tx, [{ id: newId(), switchId: of.id, service, source: 'added', ...by }])
      return added === 1 ? undefined : invalidField('service', 'The list names this service already')
    },
  })
}

/** The third party behind a service was told of the switch on this day (G5.4). */
export function tellThirdParty(ctx: Context, { lineId, toldOn, ...input }: TellThirdPartyInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('plan-service', of), command: 'tell-third-party', event: 'ThirdPartyTold' },
    may: ({ of, facts }) => mayState(ctx.actor, of, facts.people, planners),
    refuseWhen: () =>
      toldOn > dayOf(ctx.now) ? invalidField('toldOn', 'The day must be today or in the past') : undefined,
    write: async ({ tx, of }) => {
      const change = { toldOn, changedById: ctx.actor.userId, changedAt: ctx.now }
      return (await saveRadar(tx, { id: lineId, switchId: of.id }, change)) ? undefined : absent()
    },
    eventData: { lineId, toldOn },
  })
}
