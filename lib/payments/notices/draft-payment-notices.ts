import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import { addDays, dayFromDate, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { isAboveThreshold } from '@/lib/procurement/notices/is-above-threshold'
import { keepPeriodNotice } from '@/lib/procurement/notices/keep-period-notice'
import { readSettings } from '@/lib/settings/read-settings'
import { complianceOf } from './compliance-rules'
import { complianceLines, paymentLines } from './notice-lines-rules'
import { findInvoicesOfPeriod, findPayersOf, findPaymentsAbove, type LargePayment } from './paid-store'
import { halfYearOver, quarterOver } from './period-rules'

/**
 * The clock of what payers tell the public of their payments: UK8 for the quarter and UK17 for the half year that were last over
 * (Procurement Act 2023, sections 69 and 70). Each notice is a transaction of its own; again, nothing more is drafted.
 */
export async function draftPaymentNotices(ctx: Context): Promise<void> {
  const faults: unknown[] = []
  // A refusal says that a setting is missing: the page of settings names it, and the next night tries again.
  const each = (work: Promise<Result<unknown>>) => work.catch((error: unknown) => faults.push(error))
  const today = dayOf(ctx.now)
  for (const payerId of await findPayersOf(db, halfYearOver(today))) await each(draftCompliance(ctx, payerId))
  const floor = await readSettings(db, ctx, null, ['payment-notice-floor'])
  if (floor.ok) {
    const payments = await findPaymentsAbove(db, floor.value.pence('payment-notice-floor'), quarterOver(today))
    for (const of of groupBy(payments, ({ callOffId }) => callOffId).values()) await each(draftPayments(ctx, of))
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} notices of payments were not drafted`)
}

function draftCompliance(ctx: Context, payerId: string): Promise<Result<undefined>> {
  const period = halfYearOver(dayOf(ctx.now))
  return transaction(async (tx) => {
    const settings = await readSettings(tx, ctx, payerId, ['payment-days', 'payment-report-days'])
    if (!settings.ok) return settings
    const days = settings.value.count('payment-days')
    const name = await listNames(tx, [payerId])
    const said = complianceOf(await findInvoicesOfPeriod(tx, payerId, period), period, days)
    if (said.paid + said.unpaid === 0) return ok(undefined)
    await keepPeriodNotice(tx, ctx, {
      ...{ kind: 'UK17' as const, payerId, callOffId: null, periodEnd: period.to },
      dueOn: addDays(period.to, settings.value.count('payment-report-days')),
      lines: complianceLines(name(payerId), period, said, days),
    })
    return ok(undefined)
  })
}

/** Large payments of one contract in the quarter; below the threshold the public is told nothing. */
function draftPayments(ctx: Context, payments: LargePayment[]): Promise<Result<undefined>> {
  const period = quarterOver(dayOf(ctx.now))
  const { payerId, supplierId, callOffId, contract } = payments[0]!
  return transaction(async (tx) => {
    const above = await isAboveThreshold(tx, ctx, callOffId)
    if (!above.ok || !above.value) return above.ok ? ok(undefined) : above
    const settings = await readSettings(tx, ctx, payerId, ['payment-notice-floor', 'payment-notice-days'])
    if (!settings.ok) return settings
    const name = await listNames(tx, [payerId, supplierId])
    const said = payments.map(({ on, pence }) => ({ on: dayFromDate(on), pence, contract, supplier: name(supplierId) }))
    await keepPeriodNotice(tx, ctx, {
      ...{ kind: 'UK8' as const, payerId, callOffId, periodEnd: period.to },
      dueOn: addDays(period.to, settings.value.count('payment-notice-days')),
      lines: paymentLines(name(payerId), period, settings.value.pence('payment-notice-floor'), said),
    })
    return ok(undefined)
  })
}
