import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { CallOff } from '../call-off'
import { withValue } from '../call-off-rules'
import { findCallOff, lockCallOff } from '../call-off-store'
import { getCallOff } from '../get-call-off'
import { reopenWithin } from '../reopen-call-off'
import { revised } from '../revise-call-off'
import { writeTerms } from '../save-section'
import type { TermProposal } from './proposal'
import { mayAnswerProposal, proposableStates } from './proposal-policy'
import { withProposal } from './proposal-rules'
import type { AnswerProposalInput } from './proposal-schema'
import { findProposal } from './proposal-store'
import { settleProposal } from './settle-proposal'

/**
 * The buyer's answer to one proposal, or the supplier's taking it back. What is accepted stands in the order at once; where that
 * changes a term of an order that has left draft, it goes back to draft, and approval and signatures are void (S1, B7).
 */
export function answerProposal(ctx: Context, input: AnswerProposalInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    if (await getCallOff(ctx.actor, input.id, tx)) await lockCallOff(tx, input.id)
    const callOff = await getCallOff(ctx.actor, input.id, tx)
    const proposal = callOff && (await findProposal(tx, input.proposalId))
    if (!callOff || proposal?.callOffId !== callOff.id) return refuse({ kind: 'not-found' })
    const decision = mayAnswerProposal(ctx.actor, callOff, input.command)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!proposableStates.includes(callOff.state))
      return refuse({ kind: 'wrong-state', state: callOff.state, command: 'answer a proposal' })
    if (proposal.version !== input.version) return refuse({ kind: 'stale' })
    if (input.command === 'accept' && proposal.state === 'open') {
      const taken = await takeIn(tx, ctx, callOff, proposal)
      if (!taken.ok) return taken
    }
    const settled = await settleProposal(tx, ctx, callOff, proposal, input)
    return settled.ok ? ok({ id: callOff.id }) : settled
  })
}

async function takeIn(tx: Tx, ctx: Context, callOff: CallOff, proposal: TermProposal): Promise<Result<unknown>> {
  const changed = withProposal(callOff, proposal)
  const same = changed && withValue(changed)
  if (!changed || !same)
    return refuse({
      kind: 'conflict',
      because: 'The order says something else here than when this was proposed. Reject it, and ask the supplier again.',
    })
  if (!isIn(changed, callOff)) return refuse({ kind: 'conflict', because: outside })
  // No term that anybody approved or signed is another: nothing is void.
  if (same.termsHash === callOff.termsHash) return writeTerms(tx, ctx, callOff, 'proposal', same)
  if (callOff.state !== 'draft') {
    const reopened = await reopenWithin(tx, ctx, { id: callOff.id, version: callOff.version })
    if (!reopened.ok) return reopened
  }
  const now = (await findCallOff(tx, callOff.id))!
  // Who was asked for a term reads on what became of it.
  const shared = { ...revised(now), sharedAt: now.sharedAt ?? ctx.now, termsFormat: 2 }
  const next = withValue(withProposal(shared, proposal)!)!
  return writeTerms(tx, ctx, now, 'proposal', next)
}

const outside = 'That day is no longer within the term of the order, or there are too many milestones'
const isIn = ({ sites, form, startsOn, endsOn }: CallOff, before: CallOff): boolean =>
  (form.milestones ?? []).length <= 10 &&
  sites.every(
    ({ practiceId, deliverOn }) =>
      (startsOn <= deliverOn && deliverOn <= endsOn) ||
      before.sites.some((site) => site.practiceId === practiceId && site.deliverOn === deliverOn),
  )
