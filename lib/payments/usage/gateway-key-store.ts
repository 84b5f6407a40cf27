import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { UsageBatchState } from './usage-batch'

type By = { addedById: string; addedAt: Date }

/** The id of the issuer of that name, made where there is none. */
export async function ensureIssuer(tx: Tx, { code, ...by }: By & { code: string }): Promise<string> {
  await tx.gatewayIssuer.createMany({ data: [{ id: newId(), code, name: code, ...by }], skipDuplicates: true })
  return (await tx.gatewayIssuer.findUniqueOrThrow({ where: { code }, select: { id: true } })).id
}

type NewKey = By & {
  id: string
  issuerId: string
  keyId: string
  publicKeyPem: string
  validFrom: Day
  validTo: Day | null
}

/** False where the id names a key already. */
export async function insertKey(tx: Tx, { validFrom, validTo, ...key }: NewKey): Promise<boolean> {
  const data = { ...key, validFrom: dateFromDay(validFrom), validTo: validTo && dateFromDay(validTo) }
  return (await tx.gatewayKey.createMany({ data: [data], skipDuplicates: true })).count === 1
}

/** The issuer of the key that is revoked now; undefined where it was before, or there is none. */
export async function revokeKey(tx: Tx, id: string, revokedById: string, revokedAt: Date): Promise<string | undefined> {
  const { count } = await tx.gatewayKey.updateMany({ where: { id, revokedAt: null }, data: { revokedById, revokedAt } })
  if (count === 0) return undefined
  return (await tx.gatewayKey.findUniqueOrThrow({ where: { id }, select: { issuerId: true } })).issuerId
}

export async function findKeys(tx: Tx) {
  const rows = await tx.gatewayKey.findMany({
    select: {
      id: true,
      keyId: true,
      validFrom: true,
      validTo: true,
      revokedAt: true,
      issuer: { select: { code: true } },
    },
    orderBy: [{ addedAt: 'desc' }, { id: 'asc' }],
    take: 100,
  })
  return rows.map(({ validFrom, validTo, ...row }) => ({
    ...row,
    validFrom: dayFromDate(validFrom),
    validTo: validTo && dayFromDate(validTo),
  }))
}

export async function findBatches(tx: Tx) {
  const rows = await tx.usageBatch.findMany({
    select: {
      id: true,
      sequence: true,
      state: true,
      recordCount: true,
      receivedAt: true,
      because: true,
      issuer: { select: { code: true } },
    },
    orderBy: [{ receivedAt: 'desc' }, { sequence: 'desc' }],
    take: 100,
  })
  const unmatched = await tx.usageRecord.groupBy({
    by: ['batchId'],
    where: { batchId: { in: rows.map(({ id }) => id) }, siteId: null },
    _count: true,
  })
  const countOf = new Map(unmatched.map((one) => [one.batchId, one._count]))
  return rows.map((row) => ({ ...row, state: row.state as UsageBatchState, unmatched: countOf.get(row.id) ?? 0 }))
}

/** What gateways sent that somebody of the authority must look at; alarms about a commitment are its payer’s. */
export const findAlarms = (tx: Tx) =>
  tx.usageAlarm.findMany({
    where: { contractId: null },
    select: { id: true, words: true, raisedAt: true },
    orderBy: { raisedAt: 'desc' },
    take: 100,
  })
