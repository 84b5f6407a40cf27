import 'server-only'
import { type Day, dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newestListSizes } from './organisation-store'

/** The newest list size of each of these practices that was known on that day, by practice; one without any is missing. */
export async function listListSizes(tx: Tx, practiceIds: string[], on: Day): Promise<Record<string, number>> {
  const rows = await newestListSizes(tx, practiceIds, dateFromDay(on))
  return Object.fromEntries(rows.map((row) => [row.organisationId, row.patients]))
}
