import 'server-only'
import type { Envelope } from '@/lib/conformance/evidence/envelope'
import type { StoredNode } from '@/lib/conformance/evidence/merkle-rules'
import type { Tx } from '@/lib/platform/db'
import type { LogKey, LogLine, SavedCheckpoint, SignedFact } from './log'

/** The length of the log, its head row locked until the transaction ends: two never take the same place. */
export async function lockHead(tx: Tx): Promise<number> {
  const [head] = await tx.$queryRaw<{ size: bigint }[]>`
    insert into "LogHead" (id, size) values ('log', 0)
    on conflict (id) do update set size = "LogHead".size returning size`
  return Number(head!.size)
}

export async function findSize(tx: Tx): Promise<number> {
  return Number((await tx.logHead.findUnique({ where: { id: 'log' }, select: { size: true } }))?.size ?? 0)
}

/** Stored nodes by their places, in one statement. */
export async function findNodes(tx: Tx, places: { level: number; index: number }[]): Promise<StoredNode[]> {
  if (places.length === 0) return []
  const levels = places.map((place) => place.level)
  const indexes = places.map((place) => BigInt(place.index))
  const rows = await tx.$queryRaw<{ level: number; index: bigint; hash: Uint8Array }[]>`
    select n.level, n.index, n.hash from "LogNode" n
    join unnest(${levels}::int[], ${indexes}::bigint[]) as asked(level, index) on n.level = asked.level and n.index = asked.index`
  return rows.map((row) => ({ level: row.level, index: Number(row.index), hash: Buffer.from(row.hash) }))
}

/** Writes leaves and nodes behind the head, and moves it. */
export async function addLeaves(
  tx: Tx,
  first: number,
  facts: SignedFact[],
  nodes: StoredNode[],
  at: Date,
): Promise<void> {
  const leaves = facts.map(({ subjectType, subjectId, envelope }, i) => ({
    index: BigInt(first + i),
    subjectType,
    subjectId,
    envelope,
    appendedAt: at,
  }))
  await tx.logLeaf.createMany({ data: leaves })
  const rows = nodes.map(({ level, index, hash }) => ({ level, index: BigInt(index), hash: Uint8Array.from(hash) }))
  await tx.logNode.createMany({ data: rows })
  await tx.logHead.update({ where: { id: 'log' }, data: { size: BigInt(first + facts.length) }, select: { id: true } })
}

/** Those of the subjects that stand in the log already. */
export async function findLogged(tx: Tx, facts: Pick<SignedFact, 'subjectType' | 'subjectId'>[]): Promise<Set<string>> {
  const rows = await tx.logLeaf.findMany({
    where: { OR: facts.map(({ subjectType, subjectId }) => ({ subjectType, subjectId })) },
    select: { subjectType: true, subjectId: true },
  })
  return new Set(rows.map((row) => `${row.subjectType}/${row.subjectId}`))
}

export async function findLeaf(tx: Tx, index: number): Promise<LogLine | undefined> {
  const row = await tx.logLeaf.findUnique({ where: { index: BigInt(index) } })
  return row ? toLine(row) : undefined
}

/** The newest leaves below a place, for the log's page. */
export async function findLeaves(tx: Tx, below: number, take: number): Promise<LogLine[]> {
  const rows = await tx.logLeaf.findMany({ where: { index: { lt: BigInt(below) } }, orderBy: { index: 'desc' }, take })
  return rows.map(toLine)
}

/** Places of these subjects in the log as it was then, by subject id. */
export async function findIndexes(tx: Tx, subjectIds: string[], by: Date): Promise<Map<string, number>> {
  const rows = await tx.logLeaf.findMany({
    where: { subjectId: { in: subjectIds }, appendedAt: { lte: by } },
    select: { subjectId: true, index: true },
  })
  return new Map(rows.map((row) => [row.subjectId, Number(row.index)]))
}

type Row = { index: bigint; subjectType: string; subjectId: string; envelope: unknown; appendedAt: Date }
const toLine = (row: Row): LogLine => ({ ...row, index: Number(row.index), envelope: row.envelope as Envelope })

/** The newest checkpoint, or the newest that is not longer than that. */
export async function findCheckpoint(tx: Tx, atMost?: number): Promise<SavedCheckpoint | undefined> {
  const where = atMost === undefined ? {} : { size: { lte: BigInt(atMost) } }
  const row = await tx.logCheckpoint.findFirst({ where, orderBy: { size: 'desc' } })
  return row ? { size: Number(row.size), note: row.note, madeAt: row.madeAt } : undefined
}

/** Writes a checkpoint once for a size. */
export async function addCheckpoint(tx: Tx, { size, note, madeAt }: SavedCheckpoint, rootHash: Buffer): Promise<void> {
  const data = { size: BigInt(size), rootHash: Uint8Array.from(rootHash), note, madeAt }
  await tx.logCheckpoint.createMany({ data: [data], skipDuplicates: true })
}

export async function findKeys(tx: Tx): Promise<LogKey[]> {
  const rows = await tx.logKey.findMany({ orderBy: [{ firstUsedAt: 'asc' }, { keyId: 'asc' }] })
  return rows.map((row) => ({
    ...row,
    use: row.use as LogKey['use'],
    revokedFromIndex: row.revokedFromIndex === null ? null : Number(row.revokedFromIndex),
  }))
}

/** Names a key the first time it is used. */
export async function addKey(tx: Tx, key: Omit<LogKey, 'revokedFromIndex'>): Promise<void> {
  await tx.logKey.createMany({ data: [key], skipDuplicates: true })
}
