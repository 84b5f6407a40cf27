import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from '../change-switch'
import { conflict } from '../conflict'
import { isFull } from '../gate-rules'
import { statesOf } from '../switch-acts-rules'
import type { SwitchFacts } from '../switch-facts'
import { mayState } from '../switch-policy'
import type { ProveServiceInput } from './radar-schema'
import { saveRadar } from './radar-store'

const lineOf = (facts: SwitchFacts, lineId: string) =>
  isFull(facts) ? facts.radar.find((l) => l.id === lineId && l.inUse) : undefined

/** A link of the old system is off: who has seen it, when, and by what (G9.1). */
export function takeOffService(ctx: Context, { lineId, proof, ...input }: ProveServiceInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('take-off', of), command: 'take-off-service', event: 'ServiceTakenOff' },
    may: ({ of, facts }) =>
      mayState(ctx.actor, of, facts.people, ['delivery-partner', 'losing-signatory', 'practice-manager']),
    refuseWhen: ({ facts }) => {
      const line = lineOf(facts, lineId)
      if (!line) return conflict('No such service is in use')
      return line.offAt ? conflict('It is confirmed off already') : undefined
    },
    write: async ({ tx, of }) => {
      const off = { offAt: ctx.now, offProof: proof, offById: ctx.actor.userId }
      await saveRadar(
        tx,
        { id: lineId, switchId: of.id },
        { ...off, changedById: ctx.actor.userId, changedAt: ctx.now },
      )
      return undefined
    },
    eventData: { lineId },
  })
}

/** A link works on the new system: who has tested it, when, and by what (G10.3). */
export function proveService(ctx: Context, { lineId, proof, ...input }: ProveServiceInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('prove-service', of), command: 'prove-service', event: 'ServiceProven' },
    may: ({ of, facts }) =>
      mayState(ctx.actor, of, facts.people, ['delivery-partner', 'gaining-signatory', 'practice-manager']),
    refuseWhen: ({ facts }) => {
      const line = lineOf(facts, lineId)
      if (!line) return conflict('No such service is in use')
      return line.offAt ? undefined : conflict('It was never confirmed off on the old system')
    },
    write: async ({ tx, of }) => {
      const on = { onAt: ctx.now, onProof: proof, onById: ctx.actor.userId }
      await saveRadar(tx, { id: lineId, switchId: of.id }, { ...on, changedById: ctx.actor.userId, changedAt: ctx.now })
      return undefined
    },
    eventData: { lineId },
  })
}
