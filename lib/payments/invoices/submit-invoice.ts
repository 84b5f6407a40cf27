import 'server-only'
import { listSlices } from '@/lib/funding/list-slices'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { readSettings } from '@/lib/settings/read-settings'
import { payoutAccountConfirmed } from '../accounts/payout-account-confirmed'
import { chargedLines } from '../charges/month-charge-rules'
import { type MonthCharges, readCharges } from '../charges/read-charges'
import { totalsOf } from '../charges/vat-rules'
import type { MatchException } from '../match/match'
import { exceptionsOf } from '../match/match-rules'
import { moveInvoice } from './climb-invoice'
import type { Invoice, InvoiceLine } from './invoice'
import { invoiceMachine } from './invoice-machine'
import { maySeeInvoice, maySubmitInvoice } from './invoice-policy'
import type { SubmitInvoiceInput } from './invoice-schema'
import { findInvoice } from './invoice-store'
import { findBilled, insertExceptions, insertLines } from './line-store'

/**
 * The supplier accepts what the portal reckons today, or submits lines of its own: matched, or queried by named exceptions (V2).
 * Who accepts names the sum that they saw: where the evidence has changed since, they look again.
 */
export function submitInvoice(ctx: Context, input: SubmitInvoiceInput): Promise<Result<Invoice>> {
  return transaction(async (tx) => {
    const invoice = await findInvoice(tx, input.id)
    if (!invoice || !maySeeInvoice(ctx.actor, invoice)) return refuse({ kind: 'not-found' })
    const decision = maySubmitInvoice(ctx.actor, invoice)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!next(invoiceMachine, invoice.state, 'match'))
      return refuse({ kind: 'wrong-state', state: invoice.state, command: 'submit' })
    const charges = await readCharges(tx, invoice.contractId, invoice.month)
    if (!charges.ok) return charges
    const claim = claimOf(input, charges.value.lines)
    if (!claim.ok) return claim
    const checked = await check(tx, ctx, invoice, charges.value, claim.value)
    if (!checked.ok) return checked
    return save(tx, ctx, { ...invoice, version: input.version }, claim.value, checked.value)
  })
}

type Claim = { lines: InvoiceLine[]; vatPence: bigint }

function claimOf(input: SubmitInvoiceInput, expected: InvoiceLine[]): Result<Claim> {
  if (input.own === undefined) {
    const lines = chargedLines(expected)
    const { vatPence, grossPence } = totalsOf(lines)
    if (lines.length === 0)
      return refuse({ kind: 'conflict', because: 'The evidence of today has nothing to charge for this month' })
    return String(grossPence) === input.seenGross ? ok({ lines, vatPence }) : refuse({ kind: 'stale' })
  }
  const { lines: own, vatPence } = input.own
  const lines = own.flatMap(({ key, quantity, netPence }) => {
    const known = expected.find((line) => line.key === key)
    return known && (quantity > 0n || netPence > 0n) ? [{ ...known, quantity, netPence }] : []
  })
  if (lines.length === 0) return refuse({ kind: 'conflict', because: 'An invoice has a line that costs something' })
  return ok({ lines, vatPence })
}

type Checked = { exceptions: MatchException[]; settings: string[] }

async function check(
  tx: Tx,
  ctx: Context,
  invoice: Invoice,
  charges: MonthCharges,
  claim: Claim,
): Promise<Result<Checked>> {
  const { payerId, supplierId, contractId, id } = invoice
  const settings = await readSettings(tx, ctx, payerId, ['match-tolerance', 'budget-basis'])
  if (!settings.ok) return settings
  const { slices } = await listSlices(tx, charges.fundingRequestIds)
  const exceptions = exceptionsOf({
    expected: charges.lines,
    submitted: claim.lines,
    vatPence: claim.vatPence,
    tolerance: settings.value.pence('match-tolerance'),
    billed: await findBilled(tx, contractId, id),
    slices: slices.length === 0 ? undefined : slices,
    basis: settings.value.text('budget-basis') === 'gross' ? 'gross' : 'net',
    accountConfirmed: await payoutAccountConfirmed(supplierId, tx),
  })
  return ok({ exceptions, settings: [...charges.settings, ...settings.value.ids] })
}

function save(tx: Tx, ctx: Context, invoice: Invoice, { lines, vatPence }: Claim, { exceptions, settings }: Checked) {
  const submission = invoice.submission + 1
  const netPence = lines.reduce((sum, line) => sum + line.netPence, 0n)
  const matches = exceptions.length === 0
  return moveInvoice(tx, ctx, invoice, {
    command: matches ? 'match' : 'query',
    change: {
      submission,
      netPence,
      vatPence,
      grossPence: netPence + vatPence,
      settings,
      submittedById: ctx.actor.userId,
      receivedOn: matches ? dayOf(ctx.now) : null,
    },
    write: async () => {
      await insertLines(tx, invoice.id, submission, lines)
      await insertExceptions(tx, invoice.id, submission, exceptions)
      return ok(undefined)
    },
    data: () => ({ submission, netPence, vatPence, exceptions: exceptions.map(({ code }) => code), settings }),
  })
}
