import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { EvidenceLine } from '../register-view'

export type BulkFormat = 'json' | 'csv'
export type Checkpoint = {
  asOf: Day
  madeAt: Date
  moduleVersions: number
  lines: number
  jsonSha256: string
  jsonBytes: bigint
  csvSha256: string
  csvBytes: bigint
  schemaSha256: string
}

/** The newest bulk that is whole. */
export async function findCheckpoint(tx: Tx): Promise<Checkpoint | undefined> {
  const row = await tx.registerBulk.findFirst({ orderBy: { asOf: 'desc' } })
  return row ? { ...row, asOf: dayFromDate(row.asOf) } : undefined
}

export async function addCheckpoint(tx: Tx, { asOf, ...checkpoint }: Checkpoint): Promise<void> {
  await tx.registerBulk.create({ data: { ...checkpoint, asOf: dateFromDay(asOf) }, select: { asOf: true } })
}

export async function addPart(tx: Tx, part: { asOf: Day; format: BulkFormat; number: number; gzip: Buffer }) {
  const { asOf, gzip, ...rest } = part
  const data = { ...rest, asOf: dateFromDay(asOf), gzip: new Uint8Array(gzip) }
  await tx.registerBulkPart.create({ data, select: { number: true } })
}

/** One part of a file; undefined after its last. */
export async function findPart(tx: Tx, asOf: Day, format: BulkFormat, number: number): Promise<Uint8Array | undefined> {
  const row = await tx.registerBulkPart.findUnique({
    where: { asOf_format_number: { asOf: dateFromDay(asOf), format, number } },
    select: { gzip: true },
  })
  return row?.gzip
}

/** Parts of that day: a run that was broken off begins anew. */
export const dropParts = (tx: Tx, asOf: Day) => tx.registerBulkPart.deleteMany({ where: { asOf: dateFromDay(asOf) } })

/** Parts of days before that one: somebody may still be reading the last. */
export const dropPartsBefore = (tx: Tx, asOf: Day) =>
  tx.registerBulkPart.deleteMany({ where: { asOf: { lt: dateFromDay(asOf) } } })

/** Public evidence of several module versions. */
export async function findPublicEvidence(
  tx: Tx,
  moduleVersionIds: string[],
  before: Date,
): Promise<Map<string, EvidenceLine>> {
  const rows = await tx.evidence.findMany({
    where: { moduleVersionId: { in: moduleVersionIds }, visibility: 'PUBLIC', addedAt: { lt: before } },
    select: { id: true, title: true, sha256: true, validUntil: true, visibility: true },
  })
  return new Map(
    rows.map(({ id, validUntil, ...row }) => [id, { ...row, validUntil: validUntil && dayFromDate(validUntil) }]),
  )
}
