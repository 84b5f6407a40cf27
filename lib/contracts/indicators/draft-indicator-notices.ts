import 'server-only'
import { listPerformanceFacts, type PerformanceFact } from '@/lib/assurance/non-conformities/list-performance-facts'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { keepPeriodNotice } from '@/lib/procurement/notices/keep-period-notice'
import { readIndicatorTerms } from '@/lib/procurement/notices/read-indicator-terms'
import type { Contract } from '../contract'
import { findSites } from '../site-store'
import { indicatorDues, indicatorLines, indicatorsOf, missingOf } from './indicator-rules'
import { findContractsWithOrder } from './indicator-store'

/**
 * The clock of UK9: every contract above the floor tells its performance after each year, at its end, and where a breach was not
 * made good (Procurement Act 2023, section 71). Each contract is a transaction of its own; again, nothing more is drafted.
 */
export async function draftIndicatorNotices(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now)
  const contracts = await findContractsWithOrder(db)
  const versions = [...new Set(contracts.flatMap(({ moduleVersionId }) => moduleVersionId ?? []))]
  const facts = await listPerformanceFacts(db, versions, today)
  const faults: unknown[] = []
  for (const contract of contracts) {
    const own = facts.filter(({ moduleVersionId }) => moduleVersionId === contract.moduleVersionId)
    // A refusal says that a setting is missing: the page of settings names it, and the next night tries again.
    await draftFor(ctx, contract, own).catch((error: unknown) => faults.push(error))
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} notices of performance were not drafted`)
}

async function draftFor(ctx: Context, contract: Contract, facts: PerformanceFact[]): Promise<Result<undefined>> {
  const failed = facts.flatMap(({ requirementId, failedOn }) => (failedOn ? [{ requirementId, failedOn }] : []))
  const dues = indicatorDues(contract, failed, dayOf(ctx.now))
  const { id, callOffId, payerId, supplierId, number, moduleName, moduleVersionId, totalPence } = contract
  if (dues.length === 0 || callOffId === null) return ok(undefined)
  return transaction(async (tx) => {
    const read = await readIndicatorTerms(tx, ctx, callOffId, totalPence)
    if (!read.ok) return read
    if (!read.value) return ok(undefined)
    const { deliverOn, count, days } = read.value
    const name = await listNames(tx, [payerId, supplierId])
    const names = { payer: name(payerId), supplier: name(supplierId), contract: `${number}: ${moduleName}` }
    const sites = await findSites(tx, [id])
    for (const due of dues) {
      const indicators = indicatorsOf(sites, deliverOn, moduleVersionId === null ? null : facts, due.to)
      await keepPeriodNotice(tx, ctx, {
        ...{ kind: 'UK9' as const, payerId, callOffId, periodEnd: due.to },
        dueOn: addDays(due.to, days),
        lines: indicatorLines(names, due, indicators, count),
        missing: missingOf(indicators, count),
      })
    }
    return ok(undefined)
  })
}
