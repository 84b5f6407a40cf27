import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { listHoldersIn } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'
import { readCallOff } from '@/lib/procurement/call-offs/get-call-off'
import { readProposal } from '@/lib/procurement/call-offs/proposals/list-proposals'
import type { TermProposal } from '@/lib/procurement/call-offs/proposals/proposal'
import { fieldWords, valueWords } from '@/lib/procurement/call-offs/proposals/proposal-rules'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

type Found = { callOff: CallOff; proposal: TermProposal; field: string }

/** The order and the proposal that an event is about; undefined where there is none. */
async function find(tx: Tx, { about, data }: StoredEvent): Promise<Found | undefined> {
  const callOff = await readCallOff(tx, about.id)
  const proposal = callOff && (await readProposal(tx, String((data as { proposalId?: string }).proposalId)))
  if (!callOff || !proposal) return undefined
  const name = await listNames(
    tx,
    callOff.sites.map(({ practiceId }) => practiceId),
  )
  return { callOff, proposal, field: fieldWords(proposal.field, name) }
}

/** Tells who prepares the order that its supplier would have a term otherwise. */
export async function tellTermsProposed(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const found = await find(tx, event)
    if (found?.proposal.state !== 'open') return
    const { callOff, proposal, field } = found
    const people = await listHoldersIn(tx, [callOff.practiceId], ['practice-manager', 'gp-partner'], ctx.now)
    await writeLetters(tx, ctx, people, {
      kind: 'orders',
      reason: String(event.id),
      subject: `Order ${callOff.number}: the supplier proposes another term`,
      body: `${field}. In the order: ${valueWords(proposal.field, proposal.before)}. Proposed: ${valueWords(proposal.field, proposal.after)}.\n\n${env().publicUrl}/call-offs/${callOff.id}`,
    })
  })
}

/** Tells the supplier what became of its proposal. */
export async function tellTermsAnswered(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const found = await find(tx, event)
    if (!found) return
    const { callOff, proposal, field } = found
    const why = proposal.answer ? ` ${proposal.answer}` : ''
    await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, callOff.supplierId), {
      kind: 'orders',
      reason: String(event.id),
      subject: `Order ${callOff.number}: your proposal is ${proposal.state}`,
      body: `${field}: ${valueWords(proposal.field, proposal.after)} is ${proposal.state}.${why}\n\n${env().publicUrl}/call-offs/${callOff.id}`,
    })
  })
}
