import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Rail } from '../invoices/invoice'
import type { Payout, PayoutState } from './payout'

type Row = Awaited<ReturnType<Tx['payout']['findFirstOrThrow']>>
const toPayout = (row: Row): Payout => ({
  ...row,
  state: row.state as PayoutState,
  rail: row.rail as Rail,
  paidOn: row.paidOn && dayFromDate(row.paidOn),
})

/** A payout by its key, locked until the transaction ends. */
export async function lockPayout(tx: Tx, key: string): Promise<Payout | undefined> {
  await tx.$queryRaw`select 1 from "Payout" where key = ${key} for update`
  const row = await tx.payout.findUnique({ where: { key } })
  return row ? toPayout(row) : undefined
}

/** The payouts of these suppliers, newest first. */
export async function findPayouts(tx: Tx, supplierIds: string[]): Promise<Payout[]> {
  const rows = await tx.payout.findMany({
    where: { supplierId: { in: supplierIds } },
    orderBy: [{ beganAt: 'desc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(toPayout)
}

/** False where the key stands already. */
export async function insertPayout(
  tx: Tx,
  payout: Pick<Payout, 'id' | 'key' | 'supplierId' | 'rail' | 'pence' | 'beganAt'>,
): Promise<boolean> {
  return (await tx.payout.createMany({ data: [{ ...payout, state: 'pending' }], skipDuplicates: true })).count === 1
}

export async function savePayout(
  tx: Tx,
  { id, version }: Pick<Payout, 'id' | 'version'>,
  change: { state: PayoutState; paidOn?: Day; failedWhy?: string },
): Promise<boolean> {
  const { paidOn, ...rest } = change
  const data = { ...rest, ...(paidOn ? { paidOn: dateFromDay(paidOn) } : {}), version: { increment: 1 } }
  return (await tx.payout.updateMany({ where: { id, version }, data })).count === 1
}
