import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayProposeDecision } from './decision-policy'
import type { ProposeDecision } from './decision-schema'
import { addProposal, findAssessors, type Proposal, type ProposalKind } from './decision-store'
import { loadFacts } from './facts-store'
import { decisionInForce } from './label-rules'

/** The first of two signatures (DE-01, DE-02): writes a proposal and changes nothing else. */
export function proposeDecision(ctx: Context, kind: ProposalKind, input: ProposeDecision): Promise<Result<Proposal>> {
  return transaction(async (tx) => {
    const version = await getVersionById(tx, input.moduleVersionId)
    if (!version) return refuse({ kind: 'not-found' })
    const decision = mayProposeDecision(ctx.actor, { assessorIds: await findAssessors(tx, version.id) })
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const { facts } = (await loadFacts(tx, [version])).get(version.id)!
    const inForce = decisionInForce(facts, dayOf(ctx.now))?.kind
    const wanted = kind === 'LIFT' ? 'SUSPEND' : undefined
    if (inForce !== wanted)
      return refuse({ kind: 'wrong-state', state: inForce?.toLowerCase() ?? 'not suspended', command: kind })
    const proposal: Proposal = {
      id: newId(),
      moduleVersionId: version.id,
      kind,
      reason: input.reason,
      state: 'proposed',
      proposedById: ctx.actor.userId,
      version: 1,
    }
    if (!(await addProposal(tx, proposal, ctx.now)))
      return refuse({ kind: 'conflict', because: 'This is proposed already: a second officer can second it' })
    await record(tx, ctx, {
      name: kind === 'SUSPEND' ? 'SuspensionProposed' : 'LiftingProposed',
      about: { type: 'ModuleVersion', id: version.id },
      to: 'proposed',
      data: { proposalId: proposal.id },
    })
    return ok(proposal)
  })
}
