import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Invoice, InvoiceState, Rail } from './invoice'

type Row = Awaited<ReturnType<Tx['invoice']['findFirstOrThrow']>>
const day = (date: Date | null) => (date ? dayFromDate(date) : null)

/** A row as the room knows it. */
export function toInvoice(row: Row): Invoice {
  return {
    ...row,
    state: row.state as InvoiceState,
    rail: row.rail as Rail | null,
    month: dayFromDate(row.month),
    receivedOn: day(row.receivedOn),
    issuedOn: day(row.issuedOn),
    dueOn: day(row.dueOn),
    paidOn: day(row.paidOn),
  }
}

export async function findInvoice(tx: Tx, id: string): Promise<Invoice | undefined> {
  const row = await tx.invoice.findUnique({ where: { id } })
  return row ? toInvoice(row) : undefined
}

/** The same, locked until the transaction ends: whoever moves money takes the invoice first. */
export async function lockInvoice(tx: Tx, id: string): Promise<Invoice | undefined> {
  await tx.$queryRaw`select 1 from "Invoice" where id = ${id}::uuid for update`
  return findInvoice(tx, id)
}

type New = Pick<
  Invoice,
  | 'id'
  | 'payerId'
  | 'supplierId'
  | 'practiceId'
  | 'practiceIds'
  | 'contractId'
  | 'callOffId'
  | 'contractNumber'
  | 'moduleName'
  | 'month'
  | 'correction'
  | 'correctsId'
  | 'fundingRequestId'
  | 'netPence'
  | 'vatPence'
  | 'grossPence'
  | 'settings'
  | 'drawnUpAt'
>
/** False where the month has its invoice already, also from a worker that was faster by a moment (V3). */
export async function insertInvoice(tx: Tx, { month, ...row }: New): Promise<boolean> {
  const data = { ...row, month: dateFromDay(month), state: 'statement' }
  return (await tx.invoice.createMany({ data: [data], skipDuplicates: true })).count === 1
}

export type InvoiceChange = Partial<
  Omit<Invoice, 'id' | 'version' | 'state' | 'receivedOn' | 'issuedOn' | 'dueOn' | 'paidOn' | 'month'>
> & {
  state: InvoiceState
  receivedOn?: Day | null
  issuedOn?: Day
  dueOn?: Day
  paidOn?: Day | null
}

/** False where somebody moved the invoice since `version`. */
export async function saveInvoice(tx: Tx, id: string, version: number, change: InvoiceChange): Promise<boolean> {
  const { receivedOn, issuedOn, dueOn, paidOn, ...rest } = change
  const date = (given: Day | null) => given && dateFromDay(given)
  const { count } = await tx.invoice.updateMany({
    where: { id, version },
    data: {
      ...rest,
      ...(receivedOn === undefined ? {} : { receivedOn: date(receivedOn) }),
      ...(issuedOn === undefined ? {} : { issuedOn: date(issuedOn) }),
      ...(dueOn === undefined ? {} : { dueOn: date(dueOn) }),
      ...(paidOn === undefined ? {} : { paidOn: date(paidOn) }),
      version: { increment: 1 },
    },
  })
  return count === 1
}

/** The next number of a supplier's invoices; two who release at once wait for each other. */
export async function nextNumber(tx: Tx, supplierId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    insert into "InvoiceSeries" ("supplierId", last) values (${supplierId}::uuid, 1)
    on conflict ("supplierId") do update set last = "InvoiceSeries".last + 1 returning last`
  return row!.last
}

/** Every invoice of a contract, by month and correction. */
export async function findInvoicesOfContract(tx: Tx, contractId: string): Promise<Invoice[]> {
  const rows = await tx.invoice.findMany({ where: { contractId }, orderBy: [{ month: 'asc' }, { correction: 'asc' }] })
  return rows.map(toInvoice)
}
