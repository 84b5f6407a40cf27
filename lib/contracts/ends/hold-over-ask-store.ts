import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'

export type HoldOverAsk = {
  id: string
  contractId: string
  until: Day
  reason: string
  costPence: bigint
  termsHash: string
  fundingRequestId: string
  askedById: string
  askedAt: Date
}

/** What was asked for last; undefined where nobody has asked. */
export async function findLastAsk(tx: Tx, contractId: string): Promise<HoldOverAsk | undefined> {
  const row = await tx.holdOverAsk.findFirst({ where: { contractId }, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }] })
  return row ? { ...row, until: dayFromDate(row.until) } : undefined
}

export async function insertAsk(tx: Tx, { until, ...ask }: HoldOverAsk): Promise<void> {
  await tx.holdOverAsk.create({ data: { ...ask, until: dateFromDay(until) }, select: { id: true } })
}

/** Holds the contract until the transaction ends, so that nobody asks twice for the same. */
export async function lockContract(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`select 1 from "Contract" where id = ${id}::uuid for update`
}
