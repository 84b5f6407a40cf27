import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findPracticeCodes } from './organisation-store'

/** The national codes of these practices: id by code. One that has none is left out. */
export async function listPracticeCodes(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const rows = await findPracticeCodes(tx, [...new Set(ids)])
  return new Map(rows.flatMap(({ id, code }) => (code === null ? [] : [[code, id] as const])))
}
