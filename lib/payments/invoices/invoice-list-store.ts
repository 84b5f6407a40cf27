import 'server-only'
import { type Day, dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Invoice, InvoiceState } from './invoice'
import { toInvoice } from './invoice-store'

export type Asked = { state?: InvoiceState[]; month?: Day; contractId?: string }

const whereOf = (organisationIds: string[], { state, month, contractId }: Asked) => ({
  OR: [
    { payerId: { in: organisationIds } },
    { supplierId: { in: organisationIds } },
    { practiceIds: { hasSome: organisationIds } },
  ],
  ...(state ? { state: { in: state } } : {}),
  ...(month ? { month: dateFromDay(month) } : {}),
  ...(contractId ? { contractId } : {}),
})

/** Invoices that name one of these organisations as payer, supplier or practice: the newest month first. */
export async function findInvoicesOf(
  tx: Tx,
  organisationIds: string[],
  asked: Asked,
  window: { skip: number; take: number },
): Promise<Invoice[]> {
  const rows = await tx.invoice.findMany({
    where: whereOf(organisationIds, asked),
    orderBy: [{ month: 'desc' }, { contractNumber: 'asc' }, { correction: 'desc' }],
    ...window,
  })
  return rows.map(toInvoice)
}

export const countInvoicesOf = (tx: Tx, organisationIds: string[], asked: Asked): Promise<number> =>
  tx.invoice.count({ where: whereOf(organisationIds, asked) })

/** Invoices of these payers in these states, the oldest first. */
export async function findInvoicesOfPayers(tx: Tx, payerIds: string[], states: InvoiceState[]): Promise<Invoice[]> {
  const where = { payerId: { in: payerIds }, state: { in: states } }
  return (await tx.invoice.findMany({ where, orderBy: [{ month: 'asc' }, { id: 'asc' }], take: 500 })).map(toInvoice)
}

/** Issued invoices that are owed and whose due day is over. */
export async function findOverdue(tx: Tx, today: Day): Promise<Invoice[]> {
  const where = { state: { in: ['issued', 'part-funded'] }, dueOn: { lt: dateFromDay(today) } }
  return (await tx.invoice.findMany({ where, orderBy: { id: 'asc' } })).map(toInvoice)
}

/** Exceptions of the present submission of each of these invoices. */
export async function findPresentExceptions(tx: Tx, invoiceIds: string[]) {
  return tx.$queryRaw<{ invoiceId: string; code: string; lineKey: string | null; words: string }[]>`
    select e."invoiceId", e.code, e."lineKey", e.words from "InvoiceException" e join "Invoice" i on i.id = e."invoiceId"
    where e.submission = i.submission and e."invoiceId" = any(${invoiceIds}::uuid[]) order by e."invoiceId", e.position`
}

/** What invoices of a payer still owe: what the ledger must say too. A reversed one that was charged anew owes nothing. */
export async function sumOwed(tx: Tx, payerId: string): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ sum: bigint }[]>`
    select coalesce(sum(i."grossPence" - i."paidPence"), 0)::bigint as sum from "Invoice" i where i."payerId" = ${payerId}::uuid
      and (i.state in ('issued', 'part-funded', 'paid')
        or (i.state = 'reversed' and not exists (select 1 from "Invoice" n where n."correctsId" = i.id)))`
  return row!.sum
}

/** Money that fits nothing, of invoices of these payers. */
export async function findSuspense(tx: Tx, payerIds: string[]) {
  return tx.moneyReceipt.findMany({
    where: { suspensePence: { gt: 0 }, reversedKey: null, invoice: { payerId: { in: payerIds } } },
    select: { id: true, invoiceId: true, rail: true, reference: true, on: true, pence: true, suspensePence: true },
    orderBy: [{ on: 'asc' }, { id: 'asc' }],
  })
}
