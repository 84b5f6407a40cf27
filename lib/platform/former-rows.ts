import 'server-only'
import { type Day, dateFromDay, endOfDay, isDay } from './days'
import type { Tx } from './db'

/** How rows stood at the end of a day that have been changed since, by table and key; null: there was none yet (RG-02). */
export type FormerRows = (table: string) => Map<string, Record<string, unknown> | null>

type Kept = { tableName: string; rowKey: string; row: Record<string, unknown> | null }

/** What was changed in these tables after that day: of each row, how it stood at the day's end. */
export async function formerRows(tx: Tx, day: Day, tables: string[]): Promise<FormerRows> {
  const rows = await tx.$queryRaw<Kept[]>`
    select distinct on ("tableName", "rowKey") "tableName", "rowKey", row from "FormerRow"
    where "tableName" = any(${tables}) and until >= ${endOfDay(day)}
    order by "tableName", "rowKey", id`
  const byTable = new Map<string, Map<string, Record<string, unknown> | null>>()
  for (const { tableName, rowKey, row } of rows) {
    const own = byTable.get(tableName) ?? new Map()
    byTable.set(tableName, own.set(rowKey, row && revived(row)))
  }
  return (table) => byTable.get(table) ?? new Map()
}

/** The same rows as they stood: without those that came later. */
export function asTheyStood<T extends object>(
  rows: T[],
  former: ReturnType<FormerRows>,
  keyOf: (row: T) => string,
): T[] {
  if (former.size === 0) return rows
  return rows.flatMap((row) => {
    const stood = former.get(keyOf(row))
    return stood === undefined ? [row] : stood === null ? [] : [{ ...row, ...stood }]
  })
}

/** JSON knows no dates: columns whose name ends in On hold a day, those in Until a day too, those in At an instant. */
function revived(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      if (/(On|Until)$/.test(name) && isDay(value)) return [name, dateFromDay(value)]
      return /At$/.test(name) ? [name, new Date(value)] : [name, value]
    }),
  )
}
