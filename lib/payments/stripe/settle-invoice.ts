import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/refusal'
import { refusalWords } from '@/lib/platform/refusal-words'
import { getInvoiceFacts } from '../invoices/get-invoice-facts'
import { isIssued } from '../invoices/invoice'
import { lockInvoice } from '../invoices/invoice-store'
import { postSupplierShare, reverseSupplierShare } from '../money/post-supplier-share'
import { recordMoney } from '../money/record-money'
import { reverseMoney } from '../money/reverse-money'
import { moneyKey, newMoney, shareKey } from './money-rules'
import type { InvoiceAtStripe } from './read-invoice-at-stripe'
import { findReceivedKeys, findRowOf, lockCustomer, sumReceived } from './stripe-call-store'

/** What became of an event. */
export type Outcome = { to: 'applied' | 'ignored' } | { to: 'parked'; because: string }

const parked = (because: string): Outcome => ({ to: 'parked', because })

/**
 * Brings our invoice to where Stripe's is, inside the caller's transaction: money that is new, the supplier's share, what was
 * taken back. Doing it again changes nothing. An invoice that says it is ours and that we do not know yet is put aside (I3).
 */
export async function settleInvoice(tx: Tx, ctx: Context, there: InvoiceAtStripe): Promise<Outcome> {
  const id = await findRowOf(tx, 'invoice', there.stripeId)
  const seen = id ? await getInvoiceFacts(tx, id) : undefined
  if (!id || !seen) return there.isOurs ? parked('The portal does not know this invoice yet') : { to: 'ignored' }
  await lockCustomer(tx, seen.payerId)
  const invoice = (await lockInvoice(tx, id))!
  if (!isIssued(invoice)) return parked('The invoice is not issued yet')
  const unrecordedPence = there.sentByPayerPence - (await sumReceived(tx, invoice.payerId))
  const recordedPence = invoice.paidPence
  const pence = newMoney({ fundedPence: there.fundedPence, recordedPence, unrecordedPence })
  if (pence > 0n) {
    const key = moneyKey(there.stripeId, recordedPence + pence)
    const money = { invoiceId: id, pence, key, rail: 'STRIPE' as const, reference: there.number }
    const on: Day = there.status === 'paid' ? there.paidOn : dayOf(ctx.now)
    const taken = await recordMoney(tx, ctx, { ...money, on })
    if (!taken.ok) return parked(wordsOf(taken))
  }
  if (there.refund === 'part') return parked('A part was refunded at Stripe: credit the invoice, then refund the rest')
  if (there.refund === 'whole' && invoice.state === 'paid') {
    const back = await takeMoneyBack(tx, ctx, id, there)
    if (back) return back
  }
  return passOn(tx, ctx, id, there)
}

/** A whole refund that was not our own credit: every receipt is taken back. */
async function takeMoneyBack(tx: Tx, ctx: Context, invoiceId: string, there: InvoiceAtStripe) {
  for (const of of await findReceivedKeys(tx, invoiceId)) {
    const undone = await reverseMoney(tx, ctx, { invoiceId, of, key: `${of}/refunded`, on: dayOf(ctx.now) })
    if (!undone.ok) return parked(wordsOf(undone))
  }
  return there.status === 'paid' ? undefined : parked('The invoice is not paid at Stripe')
}

/** What Stripe has passed on to the supplier, and what came back of it: only whole, for the ledger takes back whole postings. */
async function passOn(tx: Tx, ctx: Context, invoiceId: string, there: InvoiceAtStripe): Promise<Outcome> {
  for (const { id, pence, feePence, reversed } of there.transfers) {
    const shared = await postSupplierShare(tx, ctx, { invoiceId, pence, feePence, key: shareKey(id), rail: 'STRIPE' })
    if (!shared.ok) return parked(wordsOf(shared))
    if (reversed === 'part') return parked('A part of the transfer was reversed at Stripe: reverse the rest as well')
    if (reversed === 'none') continue
    const back = await reverseSupplierShare(tx, ctx, { of: shareKey(id), key: shareKey(id) })
    if (!back.ok) return parked(wordsOf(back))
  }
  return { to: 'applied' }
}

const wordsOf = (result: Result<unknown>): string => (result.ok ? '' : refusalWords(result.refusal))
