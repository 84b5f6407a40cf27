import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { type ReconciliationLine, type ReconciliationRow, reconciliationLines } from './reconcile-rules'

type Sum = { id: string; pence: bigint }

/** What the ledger says came through Stripe from each payer and was not taken back. */
export const sumsReceived = (tx: Tx): Promise<Sum[]> => tx.$queryRaw`
  select i."payerId" as id, coalesce(sum(r.pence), 0)::bigint as pence from "MoneyReceipt" r join "Invoice" i on i.id = r."invoiceId"
  where r.rail = 'STRIPE' and r."reversedKey" is null group by 1`

/** What it says went on to each supplier with the levy, and the levy alone; what was taken back does not count. */
export const sumsShared = (tx: Tx): Promise<(Sum & { fee: bigint })[]> => tx.$queryRaw`
  select i."supplierId" as id, coalesce(sum(s."sharePence" + s."feePence"), 0)::bigint as pence, coalesce(sum(s."feePence"), 0)::bigint as fee
  from "SupplierShare" s join "Invoice" i on i.id = s."invoiceId"
  where s.rail = 'STRIPE' and not exists (
    select 1 from "LedgerTransaction" t join "LedgerTransaction" b on b."reversesId" = t.id where t.key = 'share/' || s.key)
  group by 1`

/** What left the ledger for each supplier's bank. A payout that is on its way has left Stripe's balance already. */
export const sumsPaidOut = (tx: Tx): Promise<Sum[]> => tx.$queryRaw`
  select "supplierId" as id, coalesce(sum(pence), 0)::bigint as pence from "Payout" where rail = 'STRIPE' and state <> 'failed' group by 1`

/** The first comparison of a day stays. */
export async function insertReconciliation(
  tx: Tx,
  day: Day,
  rows: ReconciliationRow[],
  comparedAt: Date,
): Promise<number> {
  const data = rows.map((row) => ({ ...row, day: dateFromDay(day), comparedAt }))
  return (await tx.stripeReconciliation.createMany({ data, skipDuplicates: true })).count
}

export async function hasReconciliation(tx: Tx, day: Day): Promise<boolean> {
  return (
    (await tx.stripeReconciliation.findFirst({ where: { day: dateFromDay(day) }, select: { line: true } })) !== null
  )
}

/** The comparisons of the last days, newest first: of these owners, or of all. */
export async function findReconciliations(
  tx: Tx,
  owners: string[] | 'all',
): Promise<(ReconciliationRow & { day: Day })[]> {
  const rows = await tx.stripeReconciliation.findMany({
    where: owners === 'all' ? {} : { ownerId: { in: owners } },
    select: { day: true, line: true, ownerId: true, ledgerPence: true, stripePence: true },
    orderBy: [{ day: 'desc' }, { line: 'asc' }, { ownerId: 'asc' }],
    take: 500,
  })
  const typed = rows.map((row) => ({ ...row, day: dayFromDate(row.day), line: row.line as ReconciliationLine }))
  return typed.sort((a, b) => b.day.localeCompare(a.day) || placeOf(a.line) - placeOf(b.line))
}

/** In the order in which money goes: in, on to the supplier, the levy, out to its bank. */
const placeOf = (line: ReconciliationLine): number => reconciliationLines.indexOf(line)
