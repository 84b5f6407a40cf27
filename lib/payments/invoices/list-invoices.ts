import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { BacsPayment } from '../bacs/bacs-payment'
import { findBacsPayments } from '../bacs/bacs-store'
import type { ExceptionCode, MatchException } from '../match/match'
import type { Invoice } from './invoice'
import { type InvoiceFilter, invoicePageSize } from './invoice-filter'
import { type Asked, countInvoicesOf, findInvoicesOf, findPresentExceptions } from './invoice-list-store'
import { type Move, moveOf } from './invoice-move-rules'

/** An invoice with what blocks it and whose move it is. */
export type InvoiceItem = Invoice & { exceptions: MatchException[]; payments: BacsPayment[]; move: Move }

const askedOf = ({ state, month, contract }: InvoiceFilter): Asked => ({
  ...(state === '' ? {} : { state: [state] }),
  ...(month === '' ? {} : { month: `${month}-01` }),
  ...(contract === '' ? {} : { contractId: contract }),
})

/** One page of the invoices that name an organisation of the actor as payer, supplier or practice. */
export async function listInvoices(actor: Actor, filter: InvoiceFilter) {
  const [ids, asked] = [organisationsOf(actor), askedOf(filter)]
  const total = await countInvoicesOf(db, ids, asked)
  const pages = Math.max(1, Math.ceil(total / invoicePageSize))
  const page = Math.min(filter.page, pages)
  const window = { skip: (page - 1) * invoicePageSize, take: invoicePageSize }
  return { items: await itemsOf(await findInvoicesOf(db, ids, asked, window)), total, pages, page }
}

/** The whole answer for a download: at most 20,000 invoices. */
export const listForDownload = (actor: Actor, filter: InvoiceFilter): Promise<Invoice[]> =>
  findInvoicesOf(db, organisationsOf(actor), askedOf(filter), { skip: 0, take: 20_000 })

/** The invoices of the suppliers for whom the actor writes or signs: the pay run. */
export async function listPayRun(actor: Actor): Promise<InvoiceItem[]> {
  const ids = organisationsOf(actor, 'supplier-signatory', 'supplier-editor')
  const invoices = await findInvoicesOf(db, ids, {}, { skip: 0, take: 500 })
  return itemsOf(invoices.filter(({ supplierId }) => ids.includes(supplierId)))
}

/** Invoices with their exceptions, transfers and whose move they are. */
export async function itemsOf(invoices: Invoice[]): Promise<InvoiceItem[]> {
  const ids = invoices.map(({ id }) => id)
  const [exceptions, payments] = await Promise.all([findPresentExceptions(db, ids), findBacsPayments(db, ids)])
  return invoices.map((invoice) => {
    const own = exceptions.flatMap(({ invoiceId, code, ...rest }) =>
      invoiceId === invoice.id ? [{ ...rest, code: code as ExceptionCode }] : [],
    )
    const transfers = payments.filter(({ invoiceId }) => invoiceId === invoice.id)
    const waits = transfers.some(({ state }) => state === 'recorded')
    return { ...invoice, exceptions: own, payments: transfers, move: moveOf(invoice, own, waits) }
  })
}
