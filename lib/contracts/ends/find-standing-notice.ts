import 'server-only'
import { type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findNotice } from './notice-store'

/** The London day on which the notice that stands for a contract was given; undefined where none stands. */
export async function findStandingNotice(tx: Tx, contractId: string): Promise<Day | undefined> {
  const notice = await findNotice(tx, contractId)
  return notice && dayOf(notice.givenAt)
}
