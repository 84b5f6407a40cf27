import { type ColumnType, columnsOf, comparedColumns, type TableWrite } from './table-write'

/** The SQL of a bulk write: one JSON parameter holds the rows of a chunk. Names come from importers, never from a file. */

/** Rows of the chunk that are new or changed: `key`, `status`. */
export function planStatement(write: TableWrite): string {
  const compared = comparedColumns(write)
  const differs = compared.length === 0 ? 'false' : `${tuple('t', compared)} IS DISTINCT FROM ${tuple('s', compared)}`
  const first = quote(write.key[0]!)
  return `SELECT ${keyText('s', write)} AS "key", CASE WHEN t.${first} IS NULL THEN 'new' ELSE 'changed' END AS "status"
    FROM ${recordset(write)} LEFT JOIN ${quote(write.table)} t ON ${same(write)}
    WHERE t.${first} IS NULL OR ${differs}`
}

/** Writes the rows of the chunk; the plan has left out those that are unchanged. */
export function applyStatement(write: TableWrite): string {
  const all = Object.keys(columnsOf(write))
  const kept = new Set([...write.key, ...(write.onInsert ?? [])])
  const set = all.filter((column) => !kept.has(column))
  if (write.mode === 'update')
    return `UPDATE ${quote(write.table)} t SET ${set.map((c) => `${quote(c)} = s.${quote(c)}`).join(', ')}
      FROM ${recordset(write)} WHERE ${same(write)}`
  const clash =
    write.mode === 'insert' || set.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${set.map((c) => `${quote(c)} = EXCLUDED.${quote(c)}`).join(', ')}`
  return `INSERT INTO ${quote(write.table)} (${all.map(quote).join(', ')})
    SELECT ${all.map((c) => `s.${quote(c)}`).join(', ')} FROM ${recordset(write)}
    ON CONFLICT (${write.key.map(quote).join(', ')}) ${clash}`
}

/** Rows of the table that the source speaks for and the file no longer holds: all of them, and how many are not yet marked. */
export function absentStatement(write: TableWrite): string {
  return `SELECT count(*)::int AS "absent", (count(*) FILTER (WHERE NOT t."absent"))::int AS "unmarked"
    FROM ${quote(write.table)} t WHERE ${gone(write)}`
}

/** Marks them. */
export function markAbsentStatement(write: TableWrite): string {
  return `UPDATE ${quote(write.table)} t SET "absent" = true WHERE NOT t."absent" AND ${gone(write)}`
}

/** A name of a table or column, from the house's own code. */
export const quote = (name: string): string => {
  if (!/^[A-Za-z]+$/.test(name)) throw new Error(`"${name}" is no name of a table or column`)
  return `"${name}"`
}
const tuple = (alias: string, columns: string[]): string =>
  `ROW(${columns.map((c) => `${alias}.${quote(c)}`).join(', ')})`
const same = (write: TableWrite): string => write.key.map((c) => `t.${quote(c)} = s.${quote(c)}`).join(' AND ')
const keyText = (alias: string, write: TableWrite): string =>
  `concat_ws(E'\\x1f', ${write.key.map((c) => `${alias}.${quote(c)}::text`).join(', ')})`

function recordset(write: TableWrite, columns: Record<string, ColumnType> = columnsOf(write)): string {
  const typed = Object.entries(columns).map(([name, type]) => `${quote(name)} ${type}`)
  return `jsonb_to_recordset($1::jsonb) AS s(${typed.join(', ')})`
}
/** What a curator added is nobody else's to miss. `NOT IN` on purpose: it is hashed whatever the planner believes of sizes, where an anti-join may loop over all pairs. Keys are never null. */
function gone(write: TableWrite): string {
  const keys = Object.fromEntries(write.key.map((column) => [column, write.columns[column]!]))
  const of = (alias: string) => write.key.map((c) => `${alias}.${quote(c)}`).join(', ')
  return `(${write.speaksFor}) AND (${of('t')}) NOT IN (SELECT ${of('s')} FROM ${recordset(write, keys)})
    AND ${keyText('t', write)} NOT IN (SELECT "rowKey" FROM "Correction"
      WHERE "table" = '${write.table}' AND "column" = '*' AND "endedAt" IS NULL)`
}
