import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findPracticeIds } from './organisation-store'

/** The practices of these national codes: id by code. Who exists is public. */
export async function findPracticesByCode(tx: Tx, codes: string[]): Promise<Map<string, string>> {
  const rows = await findPracticeIds(tx, [...new Set(codes)])
  return new Map(rows.flatMap(({ id, code }) => (code === null ? [] : [[code, id] as const])))
}
