import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeSwitchIn } from './change-switch'
import { conflict } from './conflict'
import { findLastProposal, insertRollBackSignature, type Proposal } from './evidence-store'
import { mayMoveBack } from './gates/sign-back-rules'
import type { SwitchState } from './switch'
import { statesOf } from './switch-acts-rules'
import { mayRollBack } from './switch-policy'
import type { MoveInput } from './switch-schema'
import { findSwitch } from './switch-store'

/**
 * Signs a proposal to go back. In the first stage the second person's signature moves the switch; from machine version 2 on
 * two others than the one who proposed it sign, and the second of these moves it (R5). One of them all is the clinical lead.
 */
export function rollBack(ctx: Context, input: MoveInput): Promise<Result<{ id: string; state: SwitchState }>> {
  return transaction(async (tx) => {
    const of = await findSwitch(tx, input.id)
    const proposal = await findLastProposal(tx, input.id)
    const moves = of?.machineVersion === 1 || (proposal?.signedByIds.length ?? 0) > 0
    return changeSwitchIn(tx, ctx, {
      ...input,
      step: moves
        ? { command: 'roll-back' }
        : { in: (sw) => statesOf('propose-roll-back', sw), command: 'roll-back', event: 'RollBackSigned' },
      may: ({ of: sw, facts }) => mayRollBack(ctx.actor, sw, facts.people),
      refuseWhen: ({ of: sw, facts }) => {
        if (!proposal || proposal.spent) return conflict('Nobody has proposed to roll this switch back')
        const lead = facts.people['clinical-lead']
        const because = mayMoveBack(proposal, ctx.actor.userId, lead, sw.machineVersion === 1 ? 1 : 2)
        return because ? refuse({ kind: 'forbidden', because }) : undefined
      },
      changes: () => (moves ? { reason: proposal!.reason } : {}),
      write: () => sign(tx, ctx, proposal!),
      eventData: { proposedById: proposal?.proposedById ?? null },
    })
  })
}

async function sign(tx: Tx, ctx: Context, proposal: Proposal) {
  await insertRollBackSignature(tx, { proposalId: proposal.id, personId: ctx.actor.userId, signedAt: ctx.now })
  return undefined
}
