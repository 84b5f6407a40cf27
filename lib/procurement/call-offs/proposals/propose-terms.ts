import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { CallOff } from '../call-off'
import { lockCallOff } from '../call-off-store'
import { orderSectionOf } from '../form/call-off-journey'
import { getCallOff } from '../get-call-off'
import { getOrderFacts } from '../get-order-facts'
import { seenOf, type TermProposal } from './proposal'
import { mayProposeTerms, proposableStates } from './proposal-policy'
import { fieldsThatDiffer } from './proposal-rules'
import type { ProposeInput } from './proposal-schema'
import { findProposals, insertProposal } from './proposal-store'
import { settleProposal } from './settle-proposal'

/**
 * What the supplier would have otherwise in one part of the order: a proposal for each field that differs, read by the section's
 * own rules. A newer proposal for a field takes the older one back. Nothing of the order changes.
 */
export function proposeTerms(ctx: Context, input: ProposeInput): Promise<Result<{ id: string; fields: number }>> {
  return transaction(async (tx) => {
    // What is compared must stand still: the order, and what others of the supplier have proposed.
    if (await getCallOff(ctx.actor, input.id, tx)) await lockCallOff(tx, input.id)
    const callOff = await getCallOff(ctx.actor, input.id, tx)
    if (!callOff) return refuse({ kind: 'not-found' })
    const decision = mayProposeTerms(ctx.actor, callOff)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!proposableStates.includes(callOff.state))
      return refuse({ kind: 'wrong-state', state: callOff.state, command: 'propose' })
    const open = (await findProposals(tx, [callOff.id])).filter(({ state }) => state === 'open')
    if (callOff.termsHash !== input.termsHash || seenOf(open) !== input.seen) return refuse({ kind: 'stale' })
    const fields = await readFields(tx, ctx, callOff, input)
    return fields.ok ? write(tx, ctx, { callOff, open, fields: fields.value, reason: input.reason }) : fields
  })
}

async function readFields(tx: Tx, ctx: Context, callOff: CallOff, { section, raw }: ProposeInput) {
  const facts = await getOrderFacts(tx, ctx, callOff)
  if (!facts.ok) return facts
  // Whether the schedule was read is the buyer's word: the supplier's form does not ask for it.
  const read = orderSectionOf(section)!.read({ ...raw, schedule: 'yes' }, callOff, facts.value)
  if (!read.ok) return read
  const fields = fieldsThatDiffer(callOff, read.value)
  return fields.length > 0 ? ok(fields) : invalidField('reason', 'Nothing differs from what stands in the order')
}

type Made = {
  callOff: CallOff
  open: TermProposal[]
  fields: ReturnType<typeof fieldsThatDiffer>
  reason: string
}

async function write(tx: Tx, ctx: Context, { callOff, open, fields, reason }: Made) {
  for (const older of open.filter(({ field }) => fields.some((one) => one.field === field))) {
    const taken = await settleProposal(tx, ctx, callOff, older, { command: 'withdraw', answer: '' })
    if (!taken.ok) return taken
  }
  const proposed = { reason, proposedById: ctx.actor.userId, proposedAt: ctx.now }
  for (const field of fields) {
    const proposal = { id: newId(), callOffId: callOff.id, ...field, ...proposed, ...unanswered }
    await insertProposal(tx, proposal)
    await record(tx, ctx, {
      name: 'TermsProposed',
      about: { type: 'CallOff', id: callOff.id },
      to: 'open',
      organisationId: callOff.supplierId,
      data: { proposalId: proposal.id, part: field.field.split('/')[0] },
    })
  }
  return ok({ id: callOff.id, fields: fields.length })
}

const unanswered = { state: 'open' as const, answeredById: null, answeredAt: null, answer: null, version: 1 }
