import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { type Day, dayFromDate } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { ModuleFilter } from './module-filter'
import { findExpiries } from './reference-store'

/** The frameworks and capabilities that a search names, with whether each has expired and its last day where it has one. */
export async function listExpiries(
  _: Actor,
  filter: Pick<ModuleFilter, 'fw' | 'cap'>,
): Promise<{ name: string; expired: boolean; on: Day | null }[]> {
  const parts = await findExpiries(db, filter.fw, filter.cap)
  return parts.map(({ on, ...part }) => ({ ...part, on: on && dayFromDate(on) }))
}
