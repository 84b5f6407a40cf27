import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { proposalMachine } from './decision-machine'
import { maySecondDecision } from './decision-policy'
import type { SecondDecision } from './decision-schema'
import { addDecision, findAssessors, findProposal, moveProposal, type ProposalKind } from './decision-store'

const command = { SUSPEND: 'second-suspension', LIFT: 'second-lifting' } as const

/** The second signature: the decision is made, in force from today, and the history says so. */
export function secondDecision(
  ctx: Context,
  kind: ProposalKind,
  input: SecondDecision,
): Promise<Result<{ decisionId: string; moduleVersionId: string }>> {
  return transaction(async (tx) => {
    const proposal = await findProposal(tx, input.proposalId)
    if (!proposal || proposal.kind !== kind) return refuse({ kind: 'not-found' })
    const assessorIds = await findAssessors(tx, proposal.moduleVersionId)
    const decision = maySecondDecision(ctx.actor, { assessorIds, proposedById: proposal.proposedById })
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const move = next(proposalMachine, proposal.state, command[kind])
    if (!move) return refuse({ kind: 'wrong-state', state: proposal.state, command: command[kind] })
    const made = await moveProposal(tx, proposal, input.version, move.to)
    if (!made) return refuse({ kind: 'stale' })
    const decisionId = newId()
    const on = dayOf(ctx.now)
    await addDecision(tx, { id: decisionId, proposal: made, secondedById: ctx.actor.userId, on, at: ctx.now })
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'ModuleVersion', id: proposal.moduleVersionId },
      from: proposal.state,
      to: move.to,
      data: { decisionId, proposalId: proposal.id },
    })
    return ok({ decisionId, moduleVersionId: proposal.moduleVersionId })
  })
}
