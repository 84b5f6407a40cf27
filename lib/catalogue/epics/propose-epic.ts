import 'server-only'
import type { Context } from '@/lib/platform/context'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { EpicProposalState } from './epic-proposal'
import { type EpicProposalCommand, epicProposalMachine } from './epic-proposal-machine'
import { mayProposeEpic, maySeeProposal } from './epic-proposal-policy'
import type { ProposeEpic, WithdrawEpic } from './epic-proposal-schema'
import { addProposal, findOpenCapabilities, findProposal, moveProposal } from './epic-proposal-store'

/** Proposes an epic of the supplier’s own for a capability in force (CAP-3). */
export function proposeEpic(ctx: Context, input: ProposeEpic): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    if (!mayProposeEpic(ctx.actor, input).allowed) return refuse({ kind: 'not-found' })
    if (!(await findOpenCapabilities(tx)).some(({ id }) => id === input.capabilityId))
      return invalidField('capabilityId', 'Choose a capability that is in force')
    const made = { state: 'proposed', proposedById: ctx.actor.userId, proposedAt: ctx.now }
    const id = await addProposal(tx, { ...input, ...made })
    await record(tx, ctx, {
      name: 'EpicProposed',
      about: { type: 'EpicProposal', id },
      to: 'proposed',
      organisationId: input.supplierId,
      data: { supplierId: input.supplierId, capabilityId: input.capabilityId },
    })
    return ok({ id })
  })
}

/** Takes a proposal back before the authority has decided. */
export function withdrawEpic(ctx: Context, { id, version }: WithdrawEpic): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const proposal = await findProposal(tx, id)
    if (!proposal || !maySeeProposal(ctx.actor, proposal)) return refuse({ kind: 'not-found' })
    const decision = mayProposeEpic(ctx.actor, proposal)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const edge = next<EpicProposalState, EpicProposalCommand>(epicProposalMachine, proposal.state, 'withdraw')
    if (!edge) return refuse({ kind: 'wrong-state', state: proposal.state, command: 'withdraw' })
    if (!(await moveProposal(tx, proposal, version, { state: edge.to }))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: edge.event,
      about: { type: 'EpicProposal', id },
      from: proposal.state,
      to: edge.to,
      organisationId: proposal.supplierId,
    })
    return ok({ id })
  })
}
