import 'server-only'
import { listSlices } from '@/lib/funding/list-slices'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { deny } from '@/lib/platform/decision'
import { isId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { findWhyNotByStripe, payoutAccountConfirmed } from '../accounts/payout-account-confirmed'
import { findVatNumber } from '../accounts/vat-store'
import { mayAnswerBacs } from '../bacs/bacs-policy'
import { chargedLines, lastDayOf } from '../charges/month-charge-rules'
import { readCharges } from '../charges/read-charges'
import { totalsOf } from '../charges/vat-rules'
import { findReceipts } from '../money/money-store'
import type { Invoice } from './invoice'
import { type InvoiceCommand, invoiceMachine } from './invoice-machine'
import { mayApproveInvoice, mayHandleMoney, mayReleaseInvoice, maySeeInvoice, maySubmitInvoice } from './invoice-policy'
import { findInvoice, findInvoicesOfContract } from './invoice-store'
import { findLines } from './line-store'
import { itemsOf } from './list-invoices'

/**
 * An invoice with its lines, what the portal reckons today, what blocks it, its money, the other invoices of its month, and what
 * this actor may do. Undefined for who is neither payer, supplier nor practice of it.
 */
export async function getInvoice(ctx: Context, id: string) {
  const invoice = isId(id) ? await findInvoice(db, id) : undefined
  if (!invoice || !maySeeInvoice(ctx.actor, invoice)) return undefined
  const [item] = await itemsOf([invoice])
  const [lines, charges, receipts, siblings] = await Promise.all([
    findLines(db, id, invoice.submission),
    readCharges(db, invoice.contractId, invoice.month),
    findReceipts(db, [id]),
    findInvoicesOfContract(db, invoice.contractId),
  ])
  const today = charges.ok ? charges.value.lines : []
  const duties = await listSlices(db, charges.ok ? charges.value.fundingRequestIds : [])
  return {
    ...item!,
    lines,
    vat: totalsOf(lines).vat,
    vatNumber: await findVatNumber(db, invoice.supplierId, lastDayOf(invoice.month)),
    /** Every line that could be charged, and what the evidence of today comes to. */
    today: { lines: today, ...totalsOf(chargedLines(today)) },
    receipts,
    ofMonth: siblings.filter((other) => other.month === invoice.month && other.id !== id),
    accountConfirmed: await payoutAccountConfirmed(invoice.supplierId),
    notByStripe: await findWhyNotByStripe(invoice.supplierId),
    decisions: {
      submit: when(invoice, 'match', () => maySubmitInvoice(ctx.actor, invoice)),
      approve: when(invoice, 'approve', () => mayApproveInvoice(ctx.actor, invoice)),
      release: when(invoice, 'release', () => mayReleaseInvoice(ctx.actor, invoice, duties)),
      void: when(invoice, 'void', () => mayHandleMoney(ctx.actor, invoice)),
      recordBacs: when(invoice, 'pay', () => mayHandleMoney(ctx.actor, invoice)),
      answerBacs: item!.payments.map((payment) => ({ payment, decision: mayAnswerBacs(ctx.actor, payment, invoice) })),
    },
  }
}
export type InvoicePage = NonNullable<Awaited<ReturnType<typeof getInvoice>>>

/** What the policy says where the machine has the move; else that there is nothing to do. */
const when = (invoice: Invoice, command: InvoiceCommand, may: () => ReturnType<typeof mayHandleMoney>) =>
  next(invoiceMachine, invoice.state, command) ? may() : deny('')
