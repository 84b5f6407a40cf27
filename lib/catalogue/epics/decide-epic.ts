import 'server-only'
import type { Context } from '@/lib/platform/context'
import { keepOwnRow } from '@/lib/platform/corrections/keep-own-row'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { type EpicProposal, type EpicProposalState, nextEpicId } from './epic-proposal'
import { type EpicProposalCommand, epicProposalMachine } from './epic-proposal-machine'
import { mayDecideEpic, maySeeProposal } from './epic-proposal-policy'
import type { DecideEpic } from './epic-proposal-schema'
import { addEpic, findProposal, moveProposal, takeEpicIds } from './epic-proposal-store'

/** Puts a supplier’s epic into force under the next id, MAY on its capability, or refuses it with a reason (CAP-3). */
export function decideEpic(
  ctx: Context,
  { id, version, verdict, reason }: DecideEpic,
): Promise<Result<{ epicId: string | null }>> {
  return transaction(async (tx) => {
    const proposal = await findProposal(tx, id)
    if (!proposal || !maySeeProposal(ctx.actor, proposal)) return refuse({ kind: 'not-found' })
    const decision = mayDecideEpic(ctx.actor, proposal)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const edge = next<EpicProposalState, EpicProposalCommand>(epicProposalMachine, proposal.state, verdict)
    if (!edge) return refuse({ kind: 'wrong-state', state: proposal.state, command: verdict })
    const epicId = verdict === 'activate' ? nextEpicId(await takeEpicIds(tx)) : undefined
    const decided = { state: edge.to, decidedById: ctx.actor.userId, decidedAt: ctx.now, reason: reason || undefined }
    if (!(await moveProposal(tx, proposal, version, { ...decided, epicId }))) return refuse({ kind: 'stale' })
    if (epicId) await putIntoForce(tx, ctx, epicId, proposal)
    await record(tx, ctx, {
      name: edge.event,
      about: { type: 'EpicProposal', id },
      from: proposal.state,
      to: edge.to,
      data: { supplierId: proposal.supplierId, epicId: epicId ?? null },
    })
    return ok({ epicId: epicId ?? null })
  })
}

async function putIntoForce(tx: Tx, ctx: Context, epicId: string, proposal: EpicProposal): Promise<void> {
  await addEpic(tx, epicId, proposal)
  const reason = 'An epic that a supplier defined'
  await keepOwnRow(tx, ctx, 'Epic', [epicId], reason)
  await keepOwnRow(tx, ctx, 'CapabilityEpic', [proposal.capabilityId, epicId], reason)
}
