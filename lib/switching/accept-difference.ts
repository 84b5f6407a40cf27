import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { invalidField, refuse } from '@/lib/platform/refusal'
import { changeSwitch } from './change-switch'
import { insertAccepted } from './evidence-store'
import { isFull } from './gate-rules'
import { hazardSeeds } from './hazards/hazard-seeds'
import { currentRuns } from './run-rules'
import { statesOf } from './switch-acts-rules'
import { mayAcceptDifference } from './switch-policy'
import type { AcceptDifferenceInput } from './switch-schema'

/** The safety officer accepts the S2 differences of one check under a hazard. S1 differences cannot be accepted (SW-04). */
export function acceptDifference(ctx: Context, input: AcceptDifferenceInput) {
  const { reportId, checkId, hazardId, reason, ...rest } = input
  return changeSwitch(ctx, {
    ...rest,
    step: { in: (of) => statesOf('accept-difference', of), command: 'accept-difference', event: 'DifferenceAccepted' },
    may: ({ of, facts }) => mayAcceptDifference(ctx.actor, of, facts.people),
    refuseWhen: ({ facts }) => {
      const found = currentRuns(facts, 'trial')
        .find((r) => r.id === reportId)
        ?.failing.find((f) => f.checkId === checkId)
      if (!found) return invalidField('checkId', 'The run that counts has no such difference')
      const log = isFull(facts) ? facts.hazards : hazardSeeds
      if (!log.some((h) => h.number === hazardId)) return invalidField('hazardId', 'The log has no such hazard')
      if (found.S1 !== 0) return invalidField('checkId', 'S1 differences are fixed or explained, never accepted')
      return undefined
    },
    write: async ({ tx, of }) => {
      const by = { acceptedBy: ctx.actor.userId, acceptedAt: ctx.now }
      const stored = await insertAccepted(tx, {
        id: newId(),
        switchId: of.id,
        reportId,
        checkId,
        hazardId,
        reason,
        ...by,
      })
      return stored ? undefined : refuse({ kind: 'conflict', because: 'These differences are accepted already' })
    },
    eventData: { reportId, checkId, hazardId },
  })
}
