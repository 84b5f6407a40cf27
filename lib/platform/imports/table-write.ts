/** What an importer wants written: rows for one table. Platform writes them in bulk and knows nothing of what they mean. */
export type ColumnType = 'text' | 'text[]' | 'date' | 'integer' | 'boolean' | 'uuid' | 'jsonb'

export type CellValue = string | number | boolean | null | string[] | object

/** `lines`: the lines of the file that the row comes from; `values`: column → value, days as text. */
export type WriteRow = { lines: number[]; values: Record<string, CellValue> }

export type TableWrite = {
  table: string
  columns: Record<string, ColumnType>
  /** Columns of a unique index, never null. */
  key: string[]
  /** Given to a new row only and never compared, such as its id. */
  onInsert?: string[]
  /** Written along, but a difference in these alone is no change, such as the day of the source. */
  untold?: string[]
  /** `upsert` new and changed rows · `insert` only what is missing · `update` only what is there. */
  mode: 'upsert' | 'insert' | 'update'
  rows: WriteRow[]
  /** Written before the main table, which refers to it. */
  first?: boolean
  /**
   * The rows of the table that this source speaks for (a condition on `t`, never text from a file): those that the file
   * no longer holds are marked `absent`, not deleted (IMP-5). The table needs a boolean column `absent`.
   */
  speaksFor?: string
}

/** What a file would do, or did: counts of its main table's rows. */
export type ImportCounts = { new: number; changed: number; unchanged: number; absent: number }

/** Stands between the parts of a key; no file holds it. The database writes it as E'\\x1f'. */
export const keySeparator = '\u001f'

/** The key of a row as one text, as plan and database say it. */
export function keyOf(write: Pick<TableWrite, 'key'>, values: Record<string, CellValue>): string {
  return write.key.map((column) => String(values[column])).join(keySeparator)
}

/** Columns whose difference makes a row changed. */
export function comparedColumns(write: TableWrite): string[] {
  const apart = new Set([...write.key, ...(write.onInsert ?? []), ...(write.untold ?? [])])
  return Object.keys(columnsOf(write)).filter((column) => !apart.has(column))
}

/** The columns with `absent`, which a row that is in the file takes back. */
export function columnsOf(write: TableWrite): Record<string, ColumnType> {
  return write.speaksFor === undefined ? write.columns : { ...write.columns, absent: 'boolean' }
}

export type RowStatus = 'new' | 'changed'

/**
 * The counts of a file: a row of the first table is new, or changed in itself or in what another table holds of the same
 * lines, or unchanged.
 */
export function countRows(
  writes: TableWrite[],
  statuses: Map<string, RowStatus>[],
): Pick<ImportCounts, 'new' | 'changed' | 'unchanged'> {
  const [main, ...others] = writes
  if (!main) return { new: 0, changed: 0, unchanged: 0 }
  const touched = new Set<number>()
  others.forEach((write, index) => {
    for (const row of write.rows)
      if (statuses[index + 1]!.has(keyOf(write, row.values))) for (const line of row.lines) touched.add(line)
  })
  const counts = { new: 0, changed: 0, unchanged: 0 }
  for (const row of main.rows) {
    const own = statuses[0]!.get(keyOf(main, row.values))
    counts[own ?? (row.lines.some((line) => touched.has(line)) ? 'changed' : 'unchanged')]++
  }
  return counts
}
