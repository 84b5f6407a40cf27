import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { changeSwitch } from './change-switch'
import { insertProposal } from './evidence-store'
import { statesOf } from './switch-acts-rules'
import { mayRollBack } from './switch-policy'
import type { ReasonInput } from './switch-schema'

/** One of manager, clinical lead and safety officer proposes to go back; another must sign before anything moves. */
export function proposeRollBack(ctx: Context, { reason, ...input }: ReasonInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('propose-roll-back', of), command: 'propose-roll-back', event: 'RollBackProposed' },
    may: ({ of, facts }) => mayRollBack(ctx.actor, of, facts.people),
    write: async ({ tx, of }) => {
      const proposedById = ctx.actor.userId
      await insertProposal(tx, { id: newId(), switchId: of.id, proposedById, reason, proposedAt: ctx.now })
      return undefined
    },
  })
}
