import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newestListSize } from './organisation-store'

/** The newest list size of a practice that was known on that day, with its own date (QTY-1). */
export async function getListSize(
  tx: Tx,
  practiceId: string,
  on: Day,
): Promise<{ patients: number; asOf: Day } | undefined> {
  const row = await newestListSize(tx, practiceId, dateFromDay(on))
  return row ? { patients: row.patients, asOf: dayFromDate(row.asOf) } : undefined
}
