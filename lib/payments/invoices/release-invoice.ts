import 'server-only'
import { listSlices } from '@/lib/funding/list-slices'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { readSettings } from '@/lib/settings/read-settings'
import { findWhyNotByStripe, payoutAccountConfirmed } from '../accounts/payout-account-confirmed'
import { postTransaction } from '../ledger/post-transaction'
import { applyHeldMoney } from '../money/apply-held-money'
import { climbInvoice } from './climb-invoice'
import { fundingOf } from './funding-of'
import type { Invoice } from './invoice'
import { mayReleaseInvoice } from './invoice-policy'
import type { ReleaseInvoiceInput } from './invoice-schema'
import { nextNumber } from './invoice-store'

/**
 * RELEASE: the invoice is issued on the rail that finance chooses, with its number, and due on the receipt day + payment days,
 * the receipt day counted (V3). Frozen while the supplier's account is not confirmed by a second person (V4, N13); on Stripe only
 * where this portal is connected to it and keeps the confirmed account there.
 */
export function releaseInvoice(ctx: Context, input: ReleaseInvoiceInput): Promise<Result<Invoice>> {
  return transaction(async (tx) => {
    const released = await climbInvoice(tx, ctx, {
      ...input,
      command: 'release',
      may: async (invoice) => mayReleaseInvoice(ctx.actor, invoice, await listSlices(tx, await fundingOf(tx, invoice))),
      change: (invoice) => facts(tx, ctx, invoice, input),
      write: (invoice) => issue(tx, ctx, invoice),
      data: ({ rail, number, dueOn, grossPence, settings }) => ({ rail, number, dueOn, grossPence, settings }),
    })
    return released.ok ? applyHeldMoney(tx, ctx, released.value) : released
  })
}

async function facts(tx: Tx, ctx: Context, invoice: Invoice, { rail }: ReleaseInvoiceInput) {
  if (!(await payoutAccountConfirmed(invoice.supplierId, tx)))
    return refuse({
      kind: 'conflict',
      because: 'The supplier’s account is not confirmed. A second person of the supplier must confirm it first.',
    })
  const notByStripe = rail === 'STRIPE' ? await findWhyNotByStripe(invoice.supplierId, tx) : undefined
  if (notByStripe) return refuse({ kind: 'conflict', because: `${notByStripe} Release it by bank transfer.` })
  const settings = await readSettings(tx, ctx, invoice.payerId, ['payment-days'])
  if (!settings.ok) return settings
  return ok({
    rail,
    number: await nextNumber(tx, invoice.supplierId),
    releasedById: ctx.actor.userId,
    releasedAt: ctx.now,
    issuedOn: dayOf(ctx.now),
    dueOn: addDays(invoice.receivedOn!, settings.value.count('payment-days') - 1),
    settings: [...invoice.settings, ...settings.value.ids],
  })
}

const issue = (tx: Tx, ctx: Context, { id, payerId, supplierId, grossPence }: Invoice) =>
  postTransaction(tx, ctx, {
    key: `issued/${id}`,
    kind: 'invoice-issued',
    about: { type: 'Invoice', id },
    entries: [
      { account: 'receivable', organisationId: payerId, pence: grossPence },
      { account: 'payable', organisationId: supplierId, pence: -grossPence },
    ],
  })
