import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findPublishedDays } from './version-store'

/** The days on which texts of these module versions were published: public. */
export const listPublishedDays = (tx: Tx, moduleVersionIds: string[]): Promise<Map<string, Day[]>> =>
  findPublishedDays(tx, moduleVersionIds)
