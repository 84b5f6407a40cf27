import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { sha256Hex } from '../canonical-json'
import { isObject, type Json, textAt } from '../json/json'

export type CodeTable = ReadonlyMap<string, { system: string; code: string; display: string }>
export type ReadTable<T> = { ok: true; table: T } | { ok: false; because: string }

const columns = ['fromSystem', 'fromCode', 'toSystem', 'toCode']
const keyOf = (system: string, code: string) => `${system}|${code}`

/** The table of a `map-code` rule. Refused: another SHA-256 than the rule says, a missing column, a code twice. */
export function readCodeTable(path: string, sha256: string): ReadTable<CodeTable> {
  const read = readRows(path, columns)
  if (!read.ok) return read
  if (sha256Hex(read.bytes) !== sha256) return { ok: false, because: 'the file has another SHA-256 than the rule' }
  const table = new Map<string, { system: string; code: string; display: string }>()
  for (const [at, row] of read.rows.entries()) {
    const key = keyOf(row.fromSystem!, row.fromCode!)
    if (table.has(key)) return { ok: false, because: `row ${at + 1}: this code stands in the table already` }
    table.set(key, { system: row.toSystem!, code: row.toCode!, display: row.toDisplay ?? '' })
  }
  return { ok: true, table }
}

/** The Coding that stands for this one, as a change in place; undefined where the table does not have it. */
export function mapCoding(value: Json, table: CodeTable): Json | undefined {
  const [system, code] = [textAt(value, 'system'), textAt(value, 'code')]
  const found = system === undefined || code === undefined ? undefined : table.get(keyOf(system, code))
  if (!found || !isObject(value)) return undefined
  const display = found.display === '' ? textAt(value, 'display') : found.display
  if (found.system === system && found.code === code && display === textAt(value, 'display')) return undefined
  value.set('system', found.system).set('code', found.code)
  if (found.display !== '') value.set('display', found.display)
  return value
}

type Rows = { ok: true; bytes: Buffer; rows: Record<string, string>[] } | { ok: false; because: string }

/** The rows of a CSV file with a header that has at least these columns, none of them empty. */
export function readRows(path: string, needed: string[]): Rows {
  let bytes: Buffer
  let rows: Record<string, string>[]
  try {
    bytes = readFileSync(path)
    rows = parse(bytes, { columns: true, bom: true, skip_empty_lines: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    return { ok: false, because: `the file cannot be read as CSV (${code})` }
  }
  for (const [at, row] of rows.entries())
    for (const column of needed)
      if (!row[column]) return { ok: false, because: `row ${at + 1}: the column ${column} is missing or empty` }
  return { ok: true, bytes, rows }
}
