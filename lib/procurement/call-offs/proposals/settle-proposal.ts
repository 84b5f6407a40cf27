import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { CallOff } from '../call-off'
import type { ProposalCommand, TermProposal } from './proposal'
import { proposalMachine } from './proposal-machine'
import { moveProposal } from './proposal-store'

/** Ends a proposal with its event, inside the caller's transaction; stale where somebody was faster. */
export async function settleProposal(
  tx: Tx,
  ctx: Context,
  callOff: Pick<CallOff, 'id' | 'practiceId' | 'supplierId'>,
  proposal: TermProposal,
  { command, answer }: { command: ProposalCommand; answer: string },
): Promise<Result<undefined>> {
  const move = next(proposalMachine, proposal.state, command)
  if (!move) return refuse({ kind: 'wrong-state', state: proposal.state, command })
  const change = { state: move.to, answeredById: ctx.actor.userId, answeredAt: ctx.now, answer: answer || null }
  if (!(await moveProposal(tx, proposal, change))) return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'CallOff', id: callOff.id },
    from: proposal.state,
    to: move.to,
    organisationId: command === 'withdraw' ? callOff.supplierId : callOff.practiceId,
    data: { proposalId: proposal.id, part: proposal.field.split('/')[0] },
  })
  return ok(undefined)
}
