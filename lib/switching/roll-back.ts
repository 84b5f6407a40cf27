import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeSwitchIn } from './change-switch'
import { findLastProposal } from './evidence-store'
import type { SwitchState } from './switch'
import { mayRollBack } from './switch-policy'
import type { MoveInput } from './switch-schema'

/** The second signature under a proposal to go back: by another person, and one of the two is the clinical lead. */
export function rollBack(ctx: Context, input: MoveInput): Promise<Result<{ id: string; state: SwitchState }>> {
  return transaction(async (tx) => {
    const proposal = await findLastProposal(tx, input.id)
    const moved = await changeSwitchIn(tx, ctx, {
      ...input,
      step: { command: 'roll-back' },
      may: ({ of, facts }) => mayRollBack(ctx.actor, of, facts.people),
      refuseWhen: ({ facts }) => {
        if (!proposal) return refuse({ kind: 'conflict', because: 'Nobody has proposed to roll this switch back' })
        if (proposal.proposedById === ctx.actor.userId)
          return refuse({ kind: 'forbidden', because: 'Another person than the one who proposed it must sign' })
        const lead = facts.people['clinical-lead']
        return [proposal.proposedById, ctx.actor.userId].includes(lead ?? '')
          ? undefined
          : refuse({ kind: 'forbidden', because: 'One of the two who sign must be the clinical lead' })
      },
      changes: () => ({ reason: proposal!.reason }),
      eventData: { proposedById: proposal?.proposedById ?? null },
    })
    return moved.ok ? ok(moved.value) : moved
  })
}
