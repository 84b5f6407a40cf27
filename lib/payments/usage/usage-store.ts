import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { Prisma } from '@/prisma/generated/client'
import type { UsageBatch, UsageBatchState } from './usage-batch'
import type { GatewayKey } from './usage-rules'

const select = {
  id: true,
  issuerId: true,
  sequence: true,
  previousHash: true,
  hash: true,
  from: true,
  to: true,
  recordCount: true,
  state: true,
  because: true,
  receivedAt: true,
  acceptedAt: true,
  version: true,
} as const
type Row = Omit<UsageBatch, 'state' | 'from' | 'to'> & { state: string; from: Date; to: Date }
const toBatch = (row: Row): UsageBatch => ({
  ...row,
  state: row.state as UsageBatchState,
  from: dayFromDate(row.from),
  to: dayFromDate(row.to),
})

export async function findGatewayKey(tx: Tx, keyId: string): Promise<GatewayKey | undefined> {
  const row = await tx.gatewayKey.findUnique({
    where: { keyId },
    select: {
      keyId: true,
      publicKeyPem: true,
      validFrom: true,
      validTo: true,
      revokedAt: true,
      issuer: { select: { id: true, code: true, endedAt: true } },
    },
  })
  return row
    ? { ...row, validFrom: dayFromDate(row.validFrom), validTo: row.validTo && dayFromDate(row.validTo) }
    : undefined
}

/** Batches of one issuer come one after the other, however many are sent at once. */
export async function lockIssuer(tx: Tx, issuerId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "GatewayIssuer" where id = ${issuerId}::uuid for update`
}

export async function findBatch(tx: Tx, issuerId: string, sequence: number): Promise<UsageBatch | undefined> {
  const row = await tx.usageBatch.findUnique({ where: { issuerId_sequence: { issuerId, sequence } }, select })
  return row ? toBatch(row) : undefined
}

/** The last batch of the unbroken chain. */
export async function findLast(tx: Tx, issuerId: string): Promise<UsageBatch | undefined> {
  const where = { issuerId, state: { in: ['accepted', 'rated', 'superseded'] } }
  const row = await tx.usageBatch.findFirst({ where, select, orderBy: { sequence: 'desc' } })
  return row ? toBatch(row) : undefined
}

type New = Pick<UsageBatch, 'id' | 'issuerId' | 'sequence' | 'previousHash' | 'hash' | 'recordCount' | 'receivedAt'> & {
  from: Day
  to: Day
  keyId: string
  signature: string
  body: string
}
export async function insertBatch(tx: Tx, { from, to, ...batch }: New): Promise<void> {
  const data = { ...batch, from: dateFromDay(from), to: dateFromDay(to), state: 'received' }
  await tx.usageBatch.create({ data, select: { id: true } })
}

export async function saveBatch(
  tx: Tx,
  id: string,
  from: UsageBatchState,
  change: { state: UsageBatchState; because?: string; acceptedAt?: Date },
): Promise<boolean> {
  const data = { ...change, version: { increment: 1 } }
  return (await tx.usageBatch.updateMany({ where: { id, state: from }, data })).count === 1
}

export async function findBatchBody(tx: Tx, id: string): Promise<(UsageBatch & { body: string }) | undefined> {
  const row = await tx.usageBatch.findUnique({ where: { id }, select: { ...select, body: true } })
  return row ? { ...toBatch(row), body: row.body } : undefined
}

/** False where the alarm was raised before. */
export async function insertAlarm(
  tx: Tx,
  alarm: {
    kind: string
    issuerId?: string
    contractId?: string
    sequence?: number
    subject: string
    words: string
    raisedAt: Date
  },
): Promise<boolean> {
  return (await tx.usageAlarm.createMany({ data: [{ id: newId(), ...alarm }], skipDuplicates: true })).count === 1
}

export type NewRecord = {
  batchId: string
  recordId: string
  issuerId: string
  sequence: number
  moduleId: string
  practice: string
  day: Date
  meter: string
  quantity: bigint
  siteId: string | null
  contractId: string | null
}
export async function insertRecords(tx: Tx, records: NewRecord[]): Promise<void> {
  for (let at = 0; at < records.length; at += 2_000)
    await tx.usageRecord.createMany({ data: records.slice(at, at + 2_000), skipDuplicates: true })
}

/** Contracts whose earlier words these records replace. */
export async function findReplaced(tx: Tx, issuerId: string, sequence: number, ids: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ contractId: string }[]>`
    select distinct "contractId" from "UsageRecord" where "issuerId" = ${issuerId}::uuid and sequence < ${sequence}
      and "recordId" = any(${ids}) and "contractId" is not null`
  return rows.map(({ contractId }) => contractId)
}

/** Batches of an issuer all of whose records were said again by a later one. */
export async function findReplacedBatches(tx: Tx, issuerId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select b.id from "UsageBatch" b where b."issuerId" = ${issuerId}::uuid and b.state = 'rated' and b."recordCount" > 0
      and not exists (select 1 from "UsageRecord" r where r."batchId" = b.id and not exists (
        select 1 from "UsageRecord" l where l."issuerId" = r."issuerId" and l."recordId" = r."recordId" and l.sequence > r.sequence))`
  return rows.map(({ id }) => id)
}

/** The last word on each record of a contract, where that word is the contract's own (G7). */
const lastWords = (contractId: string) => Prisma.sql`(select * from (
    select distinct on (r."issuerId", r."recordId") r.* from "UsageRecord" r
    where (r."issuerId", r."recordId") in (select "issuerId", "recordId" from "UsageRecord" where "contractId" = ${contractId}::uuid)
    order by r."issuerId", r."recordId", r.sequence desc) as last where "contractId" = ${contractId}::uuid) as counted`

/** Calls of a month by site and meter: the last word on each record, matched ones only (G4, G7). */
export async function sumUsage(
  tx: Tx,
  contractId: string,
  from: Day,
  to: Day,
): Promise<{ siteId: string; meter: string; calls: bigint }[]> {
  return tx.$queryRaw`
    select "siteId", meter, sum(quantity)::bigint as calls from ${lastWords(contractId)}
    where day between ${from}::date and ${to}::date group by 1, 2 order by 1, 2`
}

/** Sites and days with calls. */
export async function findPlayedDays(
  tx: Tx,
  contractId: string,
  from: Day,
  to: Day,
): Promise<{ siteId: string; day: Day }[]> {
  return tx.$queryRaw`
    select distinct "siteId", to_char(day, 'YYYY-MM-DD') as day from ${lastWords(contractId)}
    where quantity > 0 and day between ${from}::date and ${to}::date order by 1, 2`
}
