import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findPractices } from './organisation-store'

export type PracticeWithList = { id: string; code: string; name: string; listSize: number | null; asOf: Day | null }

/** Practices by id, or the open ones of a commissioner by code, with the newest list size that was known on a day (QTY-1). */
export async function listPractices(
  tx: Tx,
  named: { ids: string[] } | { codes: string[]; partOfCode: string },
  on: Day,
): Promise<PracticeWithList[]> {
  return (await findPractices(tx, named, dateFromDay(on))).map(({ id, code, name, listSizes: [size] }) => ({
    id,
    code: code ?? id,
    name,
    listSize: size?.patients ?? null,
    asOf: size ? dayFromDate(size.asOf) : null,
  }))
}
