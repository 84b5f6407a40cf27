import 'server-only'
import type { Envelope } from '@/lib/conformance/evidence/envelope'
import type { StoredNode } from '@/lib/conformance/evidence/merkle-rules'
import type { Tx } from '@/lib/platform/db'
import type { LogLine, SavedCheckpoint, SignedFact } from './log'

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

/** Writes leaves and nodes behind the head, and moves it: a statement a table, however many rows, because the log grows by batches. */
export async function addLeaves(
  tx: Tx,
  first: number,
  facts: SignedFact[],
  nodes: StoredNode[],
  at: Date,
): Promise<void> {
  const [types, ids] = [facts.map((fact) => fact.subjectType), facts.map((fact) => fact.subjectId)]
  const envelopes = facts.map((fact) => JSON.stringify(fact.envelope))
  await tx.$executeRaw`
    insert into "LogLeaf" (index, "subjectType", "subjectId", envelope, "appendedAt")
    select ${BigInt(first)}::bigint + place - 1, type, id, envelope::jsonb, ${at}::timestamptz
    from unnest(${types}::text[], ${ids}::text[], ${envelopes}::text[]) with ordinality as r(type, id, envelope, place)`
  const [levels, indexes] = [nodes.map((node) => node.level), nodes.map((node) => BigInt(node.index))]
  const hashes = nodes.map((node) => node.hash.toString('hex'))
  await tx.$executeRaw`
    insert into "LogNode" (level, index, hash) select level, index, decode(hash, 'hex')
    from unnest(${levels}::int[], ${indexes}::bigint[], ${hashes}::text[]) as r(level, index, hash)`
  await tx.$executeRaw`update "LogHead" set size = ${BigInt(first + facts.length)} where id = 'log'`
}

/** Those of the subjects that stand in the log already. */
export async function findLogged(tx: Tx, facts: Pick<SignedFact, 'subjectType' | 'subjectId'>[]): Promise<Set<string>> {
  const [types, ids] = [facts.map((fact) => fact.subjectType), facts.map((fact) => fact.subjectId)]
  const rows = await tx.$queryRaw<{ subjectType: string; subjectId: string }[]>`
    select l."subjectType", l."subjectId" from unnest(${types}::text[], ${ids}::text[]) as asked(type, id)
    join "LogLeaf" l on l."subjectType" = asked.type and l."subjectId" = asked.id`
  return new Set(rows.map((row) => `${row.subjectType}/${row.subjectId}`))
}

type Proven = { envelope: Envelope; size: number; note: string }
/** A leaf and the newest checkpoint, in one statement, because a proof needs both; undefined where either is not there. */
export async function findProven(tx: Tx, index: number): Promise<Proven | undefined> {
  const [row] = await tx.$queryRaw<{ envelope: Envelope; size: bigint; note: string }[]>`
    select l.envelope, c.size, c.note || coalesce((
      select string_agg(s.line || chr(10), '' order by s.witness collate "C") from "LogCosignature" s
      join "LogWitness" w on w.name = s.witness and w."endedAt" is null where s.size = c.size), '') as note from "LogLeaf" l
    cross join (select size, note from "LogCheckpoint" order by size desc limit 1) c where l.index = ${BigInt(index)}`
  return row && { ...row, size: Number(row.size) }
}

/** The newest leaves below a place, for the log's page. */
export async function findLeaves(tx: Tx, below: number, take: number): Promise<LogLine[]> {
  const rows = await tx.logLeaf.findMany({ where: { index: { lt: BigInt(below) } }, orderBy: { index: 'desc' }, take })
  return rows.map(toLine)
}

/** Places of these subjects in the log as it was then, by subject id. */
export async function findIndexes(tx: Tx, subjectIds: string[], by: Date): Promise<Map<string, number>> {
  if (subjectIds.length === 0) return new Map()
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
