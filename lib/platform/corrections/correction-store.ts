import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { newId } from '../ids'
import { quote } from '../imports/write-statements'
import type { Correction, ReferenceKind, Values } from './correction'

// The SQL of reference tables: names come from the kinds that rooms declare, values are always parameters.
const keyText = (kind: ReferenceKind) =>
  `concat_ws(E'\\x1f', ${kind.key.map(({ name }) => `t.${quote(name)}`).join(', ')})`
const object = (kind: ReferenceKind) =>
  `jsonb_build_object(${[...kind.key, ...kind.fields].map(({ name }) => `'${name}', t.${quote(name)}`).join(', ')}, 'absent', t."absent")`

export type FoundRow = { rowKey: string; values: Values }

/** Rows whose key or heading holds the words, in the order of the key; and how many there are. */
export async function findRows(tx: Tx, kind: ReferenceKind, q: string, page: number, size: number) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const from = `from ${quote(kind.table)} t where ${keyText(kind)} ilike $1 or t.${quote(kind.heading)} ilike $1`
  const rows = await tx.$queryRawUnsafe<FoundRow[]>(
    `select ${keyText(kind)} as "rowKey", ${object(kind)} as values ${from}
     order by length(t.${quote(kind.key[0]!.name)}), ${keyText(kind)} limit $2::int offset $3::int`,
    like,
    size,
    (page - 1) * size,
  )
  const [count] = await tx.$queryRawUnsafe<{ total: number }[]>(`select count(*)::int as total ${from}`, like)
  return { rows, total: count!.total }
}

/** One row; locked until the transaction ends where `lock` is said. */
export async function findRow(
  tx: Tx,
  kind: ReferenceKind,
  rowKey: string,
  lock = false,
): Promise<FoundRow | undefined> {
  const rows = await tx.$queryRawUnsafe<FoundRow[]>(
    `select ${keyText(kind)} as "rowKey", ${object(kind)} as values from ${quote(kind.table)} t
     where ${keyText(kind)} = $1 ${lock ? 'for update' : ''}`,
    rowKey,
  )
  return rows[0]
}

/** Writes these columns of a row. */
export async function saveRow(tx: Tx, kind: ReferenceKind, rowKey: string, values: Values): Promise<void> {
  const set = Object.keys(values).map((name) => `${quote(name)} = r.${quote(name)}`)
  await tx.$executeRawUnsafe(
    `update ${quote(kind.table)} t set ${set.join(', ')} from jsonb_populate_record(null::${quote(kind.table)}, $1::jsonb) r
     where ${keyText(kind)} = $2`,
    JSON.stringify(values),
    rowKey,
  )
}

/** The first key column that names a row which is not there; undefined where all are. */
export async function findBrokenReference(tx: Tx, kind: ReferenceKind, key: Values): Promise<string | undefined> {
  for (const [column, table] of Object.entries(kind.refersTo ?? {})) {
    const rows = await tx.$queryRawUnsafe<unknown[]>(
      `select 1 from ${quote(table)} t where t.id = $1`,
      String(key[column]),
    )
    if (rows.length === 0) return column
  }
  return undefined
}

/** False where a row of this key is there already. */
export async function insertRow(tx: Tx, kind: ReferenceKind, values: Record<string, unknown>): Promise<boolean> {
  const names = Object.keys(values).map(quote).join(', ')
  const made = await tx.$executeRawUnsafe(
    `insert into ${quote(kind.table)} (${names}) select ${names}
     from jsonb_populate_record(null::${quote(kind.table)}, $1::jsonb) on conflict do nothing`,
    JSON.stringify(values),
  )
  return made === 1
}

const columns = {
  id: true,
  rowKey: true,
  column: true,
  value: true,
  was: true,
  reason: true,
  madeById: true,
  madeAt: true,
  endedAt: true,
} as const
type Row = Omit<Correction, 'value' | 'was'> & { value: unknown; was: unknown }
const correctionOf = (row: Row): Correction => ({
  ...row,
  value: row.value as Correction['value'],
  was: row.was as Correction['was'],
})

/** Corrections of a table that hold now. */
export async function findCorrections(tx: Tx, table: string): Promise<Correction[]> {
  const rows = await tx.correction.findMany({ where: { table, endedAt: null }, select: columns })
  return rows.map(correctionOf)
}

/** Every correction of one row, the newest first, ended ones too. */
export async function findCorrectionsOf(tx: Tx, table: string, rowKey: string): Promise<Correction[]> {
  const rows = await tx.correction.findMany({
    where: { table, rowKey },
    select: columns,
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: 200,
  })
  return rows.map(correctionOf)
}

export async function findCorrection(tx: Tx, table: string, id: string): Promise<Correction | undefined> {
  const row = await tx.correction.findFirst({ where: { id, table }, select: columns })
  return row ? correctionOf(row) : undefined
}

type Made = Pick<Correction, 'rowKey' | 'column' | 'value' | 'was' | 'reason' | 'madeById' | 'madeAt'>
/** Replaces the correction of that column, if there is one: one holds at a time. */
export async function keepCorrection(tx: Tx, table: string, { value, was, ...made }: Made): Promise<void> {
  await tx.correction.updateMany({
    where: { table, rowKey: made.rowKey, column: made.column, endedAt: null },
    data: { endedAt: made.madeAt, endedById: made.madeById },
  })
  const json = (of: unknown) => JSON.parse(JSON.stringify({ of })) as { of: Prisma.InputJsonValue }
  await tx.$executeRaw`insert into "Correction" (id, "table", "rowKey", "column", value, was, reason, "madeById", "madeAt")
    values (${newId()}::uuid, ${table}, ${made.rowKey}, ${made.column}, ${json(value)}::jsonb -> 'of', ${json(was)}::jsonb -> 'of',
      ${made.reason}, ${made.madeById}::uuid, ${made.madeAt})`
}

/** False where it was ended since. */
export async function endCorrection(tx: Tx, id: string, endedById: string, endedAt: Date): Promise<boolean> {
  const { count } = await tx.correction.updateMany({ where: { id, endedAt: null }, data: { endedAt, endedById } })
  return count === 1
}

/** How many rows a kind has. */
export async function countRows(tx: Tx, kind: ReferenceKind): Promise<number> {
  const [count] = await tx.$queryRawUnsafe<{ total: number }[]>(
    `select count(*)::int as total from ${quote(kind.table)} t`,
  )
  return count!.total
}
