import { type Day, daysBetween } from '@/lib/platform/days'

/** One invoice of a payer: when it came in order, when it was paid in full, if it was; when it had to be. */
export type PaidInvoice = { receivedOn: Day; paidOn: Day | null; dueOn: Day; grossPence: bigint }

export type Compliance = {
  paid: number
  paidPence: bigint
  /** Null where nothing was paid. */
  averageDays: number | null
  inTime: number
  upToTwice: number
  later: number
  /** Fell due in the period and was not paid by its last day. */
  unpaid: number
}

/**
 * How a payer paid in a period (Procurement Act 2023, section 69; Procurement Regulations 2024, regulation 39): payments made in it,
 * in bands of `paymentDays`, and what fell due in it and stayed open. The day of receipt is counted, as for the last day to pay.
 */
export function complianceOf(
  invoices: PaidInvoice[],
  { from, to }: { from: Day; to: Day },
  paymentDays: number,
): Compliance {
  const within = (day: Day | null) => day !== null && day >= from && day <= to
  const paid = invoices.filter(({ paidOn }) => within(paidOn))
  const days = paid.map(({ receivedOn, paidOn }) => daysBetween(receivedOn, paidOn!) + 1)
  const banded = (least: number, most: number) => days.filter((n) => n > least && n <= most).length
  const open = invoices.filter(({ paidOn, dueOn }) => within(dueOn) && (paidOn === null || paidOn > to))
  return {
    paid: paid.length,
    paidPence: paid.reduce((sum, { grossPence }) => sum + grossPence, 0n),
    averageDays: days.length === 0 ? null : days.reduce((a, b) => a + b, 0) / days.length,
    inTime: banded(Number.NEGATIVE_INFINITY, paymentDays),
    upToTwice: banded(paymentDays, 2 * paymentDays),
    later: banded(2 * paymentDays, Number.POSITIVE_INFINITY),
    unpaid: open.length,
  }
}
