import 'server-only'
import { listChargedContractIds } from '@/lib/contracts/get-charged-contract'
import type { Context } from '@/lib/platform/context'
import { addDays, addMonths, type Day, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result } from '@/lib/platform/refusal'
import { refusalWords } from '@/lib/platform/refusal-words'
import { transaction } from '@/lib/platform/transaction'
import { chargedLines, monthOf } from '../charges/month-charge-rules'
import { readCharges } from '../charges/read-charges'
import { totalsOf } from '../charges/vat-rules'
import type { Invoice } from './invoice'
import { findInvoice, findInvoicesOfContract, insertInvoice } from './invoice-store'
import { insertLines } from './line-store'
import { takeBackIssue } from './take-back-issue'

/**
 * The clock of invoices: a statement for every month that is over and has days of use but no living invoice. Each is a
 * transaction of its own, so that a kill between two loses none, and one that fails keeps no other from its turn.
 */
export async function drawUpStatements(ctx: Context): Promise<void> {
  const end = addDays(monthOf(dayOf(ctx.now)), -1)
  const faults: unknown[] = []
  for (const id of await listChargedContractIds(db, end))
    await drawUpContract(ctx, id).catch((error: unknown) => faults.push(error))
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} contracts have no statement`)
}

/** Every month of one contract that lacks its statement. */
export async function drawUpContract(ctx: Context, contractId: string): Promise<void> {
  const months = await monthsWithout(ctx, contractId)
  for (const month of months) {
    const drawn = await transaction((tx) => drawUpStatement(tx, ctx, contractId, month))
    if (!drawn.ok) throw new Error(refusalWords(drawn.refusal))
  }
}

async function monthsWithout(ctx: Context, contractId: string): Promise<Day[]> {
  const charges = await readCharges(db, contractId, monthOf(dayOf(ctx.now)))
  if (!charges.ok) return []
  const { startsOn } = charges.value.contract
  const invoices = await findInvoicesOfContract(db, contractId)
  const living = new Set(invoices.filter(isLiving).map(({ month }) => month))
  const months: Day[] = []
  for (let month = monthOf(startsOn); month < monthOf(dayOf(ctx.now)); month = addMonths(month, 1))
    if (!living.has(month)) months.push(month)
  return months
}

const isLiving = ({ state }: Invoice): boolean => !['void', 'credited', 'reversed'].includes(state)

/**
 * Draws up the statement of one month, inside the caller's transaction; in the place of one that was credited, void or reversed
 * it is the next correction (V3). Undefined where nothing is to be charged, or the month has its living invoice, also from
 * somebody who was faster by a moment.
 */
export async function drawUpStatement(
  tx: Tx,
  ctx: Context,
  contractId: string,
  month: Day,
): Promise<Result<Invoice | undefined>> {
  const charges = await readCharges(tx, contractId, month)
  if (!charges.ok) return charges
  const { contract, fundingRequestIds, settings } = charges.value
  const lines = chargedLines(charges.value.lines)
  const before = (await findInvoicesOfContract(tx, contractId)).filter((invoice) => invoice.month === month)
  if (lines.length === 0 || before.some(isLiving)) return ok(undefined)
  const last = before.toSorted((a, b) => a.correction - b.correction).at(-1)
  const { vat: _, ...totals } = totalsOf(lines)
  const id = newId()
  const row = {
    id,
    payerId: contract.payerId,
    supplierId: contract.supplierId,
    practiceId: contract.practiceId,
    practiceIds: [...new Set([contract.practiceId, ...contract.sites.map((site) => site.practiceId)])],
    contractId,
    callOffId: contract.callOffId,
    contractNumber: contract.number,
    moduleName: contract.moduleName,
    month,
    correction: last ? last.correction + 1 : 0,
    correctsId: last?.id ?? null,
    fundingRequestId: fundingRequestIds[0] ?? null,
    ...totals,
    settings,
    drawnUpAt: ctx.now,
  }
  if (!(await insertInvoice(tx, row))) return ok(undefined)
  await insertLines(tx, id, 0, lines)
  const taken = last?.state === 'reversed' ? await takeBackIssue(tx, ctx, last) : ok(undefined)
  if (!taken.ok) return taken
  await record(tx, ctx, {
    name: 'StatementDrawnUp',
    about: { type: 'Invoice', id },
    to: 'statement',
    organisationId: contract.payerId,
    data: { contractId, month, correction: row.correction, ...totals, settings },
  })
  return ok(await findInvoice(tx, id))
}
