import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { applyDecision } from './apply-decision'
import { type DecisionKind, kindTable } from './decision-kinds'
import { type ProposalCommand, type ProposalState, proposalMachine } from './decision-machine'
import { maySecondDecision } from './decision-policy'
import { againstDecision, proposalDays } from './decision-rules'
import type { SecondDecision } from './decision-schema'
import { addDecision, findProposal, moveProposal } from './decision-store'
import { readContested } from './read-contested'
import { readMatter } from './read-matter'

type Made = { decisionId: string; moduleVersionId: string }

/** The second signature: the decision is made, in force from today, and what follows at once follows in the same act. */
export function secondDecision(
  ctx: Context,
  kind: DecisionKind,
  input: SecondDecision,
  practiceShare = 0,
): Promise<Result<Made>> {
  return transaction(async (tx) => {
    const proposal = await findProposal(tx, input.proposalId)
    const contested = proposal && (await readContested(tx, proposal.kind, proposal.terms))
    const matter = proposal && (await readMatter(tx, proposal.moduleVersionId, contested))
    if (!matter || proposal.kind !== kind) return refuse({ kind: 'not-found' })
    const decision = maySecondDecision(ctx.actor, { ...matter, proposedById: proposal.proposedById })
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const command = kindTable[kind].command as ProposalCommand
    const move = next<ProposalState, ProposalCommand>(proposalMachine, proposal.state, command)
    if (!move) return refuse({ kind: 'wrong-state', state: proposal.state, command })
    const on = dayOf(ctx.now)
    if (on > addDays(dayOf(proposal.proposedAt), proposalDays))
      return refuse({ kind: 'conflict', because: 'Nobody seconded it for 14 days: propose it anew' })
    const made = await moveProposal(tx, proposal, input.version, move.to)
    if (!made) return refuse({ kind: 'stale' })
    const because = againstDecision(kind, { ...matter, terms: proposal.terms, today: on, practiceShare })
    if (because) return refuse({ kind: 'conflict', because })
    const decisionId = newId()
    await addDecision(tx, { id: decisionId, proposal: made, secondedById: ctx.actor.userId, on, at: ctx.now })
    const applied = await applyDecision(tx, ctx, { decisionId, proposal, matter, on })
    if (!applied.ok) return applied
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'ModuleVersion', id: proposal.moduleVersionId },
      from: proposal.state,
      to: move.to,
      data: { decisionId, proposalId: proposal.id, ...applied.value },
    })
    return ok({ decisionId, moduleVersionId: proposal.moduleVersionId })
  })
}
