import 'server-only'
import { db } from '../db'
import type { Decision } from '../decision'
import { seenAs } from './correct-row'
import { addressOf, type Correction, keyFromAddress, type ReferenceKind, type Values } from './correction'
import { countRows, findCorrections, findCorrectionsOf, findRow, findRows } from './correction-store'

const size = 50

export type RowLine = { address: string; values: Values; corrected: boolean }
export type RowPage = { lines: RowLine[]; total: number; page: number; pages: number }

/** A page of the rows of a kind; undefined to those who may not keep them. */
export async function listRows(
  may: Decision,
  kind: ReferenceKind,
  q: string,
  asked: number,
): Promise<RowPage | undefined> {
  if (!may.allowed) return undefined
  const { total } = await findRows(db, kind, q, 1, 0)
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(Math.max(1, asked), pages)
  const [{ rows }, corrections] = [await findRows(db, kind, q, page, size), await findCorrections(db, kind.table)]
  const own = new Set(corrections.map((correction) => correction.rowKey))
  const lines = rows.map(({ rowKey, values }) => ({ address: addressOf(rowKey), values, corrected: own.has(rowKey) }))
  return { lines, total, page, pages }
}

export type RowView = { address: string; rowKey: string; values: Values; seen: string; corrections: Correction[] }

/** One row with every correction of it, the newest first. */
export async function getRow(may: Decision, kind: ReferenceKind, address: string): Promise<RowView | undefined> {
  const row = may.allowed ? await findRow(db, kind, keyFromAddress(address)) : undefined
  if (!row) return undefined
  const corrections = await findCorrectionsOf(db, kind.table, row.rowKey)
  return { address, rowKey: row.rowKey, values: row.values, seen: seenAs(row.values), corrections }
}

/** How many rows each kind has. */
export async function countKinds(may: Decision, kinds: ReferenceKind[]): Promise<number[] | undefined> {
  return may.allowed ? Promise.all(kinds.map((kind) => countRows(db, kind))) : undefined
}
