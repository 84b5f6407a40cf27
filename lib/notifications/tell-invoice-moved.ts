import 'server-only'
import { listHoldersIn } from '@/lib/identity/list-role-holders'
import type { Person } from '@/lib/identity/person'
import { getInvoiceFacts } from '@/lib/payments/invoices/get-invoice-facts'
import { type Invoice, invoiceName } from '@/lib/payments/invoices/invoice'
import { confirmingRoles } from '@/lib/payments/invoices/invoice-policy'
import { monthWords } from '@/lib/payments/invoices/invoice-words'
import type { Context } from '@/lib/platform/context'
import { dayWords } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { poundsWords } from '@/lib/platform/money'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

type Readers = (tx: Tx, ctx: Context, invoice: Invoice) => Promise<Person[]>
const supplier: Readers = (tx, ctx, { supplierId }) => listSupplierWriters(tx, ctx, supplierId)
const finance: Readers = (tx, ctx, { payerId }) => listHoldersIn(tx, [payerId], ['finance-officer'], ctx.now)
const confirmers: Readers = (tx, ctx, { payerId }) => listHoldersIn(tx, [payerId], [...confirmingRoles], ctx.now)
const both: Readers = async (...of) => [...(await supplier(...of)), ...(await finance(...of))]

type Letter = { to: Readers; subject: string; next: (invoice: Invoice) => string }
const letters: Record<string, Letter> = {
  StatementDrawnUp: {
    to: supplier,
    subject: 'A statement is ready',
    next: () => 'Accept it, or submit lines of your own.',
  },
  InvoiceQueried: {
    to: both,
    subject: 'An invoice does not match',
    next: () => 'The page says what differs, and who can clear it.',
  },
  InvoiceMatched: {
    to: confirmers,
    subject: 'An invoice matches',
    next: () => 'Confirm that the service was received.',
  },
  InvoiceApproved: { to: both, subject: 'An invoice is approved', next: () => 'Finance releases it next.' },
  InvoiceIssued: {
    to: both,
    subject: 'An invoice is issued',
    next: ({ dueOn }) => `It is due on ${dayWords(dueOn!)}.`,
  },
  InvoicePaid: { to: both, subject: 'An invoice is paid', next: () => 'Nothing is left to do.' },
  TransferRecorded: {
    to: supplier,
    subject: 'A bank transfer is on its way',
    next: () => 'Say whether it came.',
  },
}

/** Tells who has the next move of an invoice that there is one, and both sides when it is issued and paid. */
export async function tellInvoiceMoved(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const letter = letters[event.name]
    const invoice = letter && (await getInvoiceFacts(tx, invoiceOf(event)))
    if (!letter || !invoice) return
    await writeLetters(tx, ctx, await letter.to(tx, ctx, invoice), {
      kind: 'invoices',
      reason: String(event.id),
      subject: letter.subject,
      body: `${wordsOf(invoice)} ${letter.next(invoice)}\n\n${env().publicUrl}/invoices/${invoice.id}`,
    })
  })
}

/** An event of a transfer is about the transfer, and names its invoice. */
const invoiceOf = ({ about, data }: StoredEvent) => (about.type === 'Invoice' ? about.id : String(data.invoiceId))

/** Which invoice a letter speaks of. */
export const wordsOf = (invoice: Invoice): string =>
  `${invoiceName(invoice)}, ${invoice.moduleName}, ${monthWords(invoice.month)}: ${poundsWords(invoice.grossPence)} with VAT.`
