import 'server-only'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { PaidInvoice } from './compliance-rules'
import type { Period } from './period-rules'

/** Payers that paid something in this period, or to which an invoice fell due in it. */
export async function findPayersOf(tx: Tx, { from, to }: Period): Promise<string[]> {
  const within = { gte: dateFromDay(from), lte: dateFromDay(to) }
  const rows = await tx.invoice.findMany({
    where: { receivedOn: { not: null }, issuedOn: { not: null }, OR: [{ paidOn: within }, { dueOn: within }] },
    select: { payerId: true },
    distinct: ['payerId'],
    orderBy: { payerId: 'asc' },
  })
  return rows.map(({ payerId }) => payerId)
}

/** Issued invoices of this payer that were paid or fell due in this period; what was void is none, and money that came back is owed. */
export async function findInvoicesOfPeriod(tx: Tx, payerId: string, { from, to }: Period): Promise<PaidInvoice[]> {
  const within = { gte: dateFromDay(from), lte: dateFromDay(to) }
  const rows = await tx.invoice.findMany({
    where: {
      payerId,
      receivedOn: { not: null },
      dueOn: { not: null },
      AND: [
        { OR: [{ paidOn: within }, { dueOn: within }] },
        {
          OR: [{ state: { in: ['issued', 'part-funded', 'paid'] } }, { state: 'reversed', correctedBy: { is: null } }],
        },
      ],
    },
    select: { receivedOn: true, paidOn: true, dueOn: true, grossPence: true, state: true },
  })
  return rows.map(({ receivedOn, paidOn, dueOn, grossPence, state }) => ({
    receivedOn: dayFromDate(receivedOn!),
    paidOn: paidOn && state === 'paid' ? dayFromDate(paidOn) : null,
    dueOn: dayFromDate(dueOn!),
    grossPence,
  }))
}

export type LargePayment = {
  payerId: string
  supplierId: string
  callOffId: string
  contract: string
  on: Date
  pence: bigint
}

/** Payments of more than this that were made in the period and not taken back, in order. */
export const findPaymentsAbove = (tx: Tx, pence: bigint, { from, to }: Period): Promise<LargePayment[]> =>
  tx.$queryRaw<LargePayment[]>`
    select i."payerId", i."supplierId", i."callOffId", i."contractNumber" || ': ' || i."moduleName" as contract, r."on", r."appliedPence" as pence
    from "MoneyReceipt" r join "Invoice" i on i.id = r."invoiceId"
    where r."appliedPence" > ${pence} and r."reversedOn" is null and r."on" between ${from}::date and ${to}::date
    order by i."callOffId", r."on", r.id`
