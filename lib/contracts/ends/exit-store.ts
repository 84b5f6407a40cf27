import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { ExitItem, ExitKey } from './exit-item'

export type HoldOver = {
  until: Day
  reason: string
  costPence: bigint
  orderedById: string
  orderedAt: Date
  fundingRequestId: string | null
}

export async function findHoldOver(tx: Tx, contractId: string): Promise<HoldOver | undefined> {
  const row = await tx.holdOver.findUnique({ where: { contractId } })
  return row ? { ...row, until: dayFromDate(row.until) } : undefined
}

export async function insertHoldOver(tx: Tx, contractId: string, { until, ...rest }: HoldOver): Promise<void> {
  await tx.holdOver.create({ data: { contractId, ...rest, until: dateFromDay(until) }, select: { contractId: true } })
}

export async function findExitItems(tx: Tx, contractId: string): Promise<ExitItem[]> {
  const rows = await tx.exitItem.findMany({ where: { contractId }, orderBy: { recordedAt: 'asc' } })
  return rows.map(({ contractId: _, key, doneOn, ...row }) => ({
    ...row,
    key: key as ExitKey,
    doneOn: dayFromDate(doneOn),
  }))
}

export async function insertExitItem(tx: Tx, contractId: string, { doneOn, ...item }: ExitItem): Promise<void> {
  await tx.exitItem.create({ data: { contractId, ...item, doneOn: dateFromDay(doneOn) }, select: { key: true } })
}
