import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { refreshStandingsOf } from '../refresh-module-standing'
import { findVersionsTestedBy } from './check-waiver-store'

/** When a check is waived: whoever was tested by it stands anew, also those that had passed it. Twice is no different. */
export async function refreshStandingsOfCheck(ctx: Context, { data }: StoredEvent): Promise<void> {
  const { check, suiteVersion } = data
  if (typeof check !== 'string' || typeof suiteVersion !== 'string') return
  await refreshStandingsOf(ctx, await findVersionsTestedBy(db, { check, suiteVersion }))
}
