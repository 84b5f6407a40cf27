import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Rail } from '../invoices/invoice'
import type { MoneyReceipt } from './payout'

type ReceiptRow = Omit<MoneyReceipt, 'on' | 'reversedOn' | 'rail'> & { on: Date; reversedOn: Date | null; rail: string }
const toReceipt = (row: ReceiptRow): MoneyReceipt => ({
  ...row,
  rail: row.rail as Rail,
  on: dayFromDate(row.on),
  reversedOn: row.reversedOn && dayFromDate(row.reversedOn),
})

export async function findReceipt(tx: Tx, key: string): Promise<MoneyReceipt | undefined> {
  const row = await tx.moneyReceipt.findUnique({ where: { key } })
  return row ? toReceipt(row) : undefined
}

export async function findReceipts(tx: Tx, invoiceIds: string[]): Promise<MoneyReceipt[]> {
  const where = { invoiceId: { in: invoiceIds } }
  return (await tx.moneyReceipt.findMany({ where, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] })).map(toReceipt)
}

/** False where the key has brought money already, for whatever invoice. */
export async function insertReceipt(
  tx: Tx,
  { on, ...receipt }: Omit<MoneyReceipt, 'reversedKey' | 'reversedOn'>,
): Promise<boolean> {
  const data = { ...receipt, on: dateFromDay(on) }
  return (await tx.moneyReceipt.createMany({ data: [data], skipDuplicates: true })).count === 1
}

export async function markReversed(tx: Tx, id: string, reversedKey: string, on: Day): Promise<void> {
  await tx.moneyReceipt.updateMany({
    where: { id, reversedKey: null },
    data: { reversedKey, reversedOn: dateFromDay(on) },
  })
}

export type SupplierShare = {
  id: string
  invoiceId: string
  key: string
  rail: Rail
  sharePence: bigint
  feePence: bigint
  postedAt: Date
}

export async function findShare(tx: Tx, key: string): Promise<SupplierShare | undefined> {
  const row = await tx.supplierShare.findUnique({ where: { key } })
  return row ? { ...row, rail: row.rail as Rail } : undefined
}

/** What went to the supplier of an invoice so far, the levy included; what was taken back does not count. */
export async function sumShares(tx: Tx, invoiceId: string): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ sum: bigint }[]>`
    select coalesce(sum(s."sharePence" + s."feePence"), 0)::bigint as sum from "SupplierShare" s
    where s."invoiceId" = ${invoiceId}::uuid and not exists (
      select 1 from "LedgerTransaction" t join "LedgerTransaction" r on r."reversesId" = t.id where t.key = 'share/' || s.key)`
  return row!.sum
}

export async function insertShare(tx: Tx, share: SupplierShare): Promise<boolean> {
  return (await tx.supplierShare.createMany({ data: [share], skipDuplicates: true })).count === 1
}
