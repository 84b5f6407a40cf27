import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { closeNonConformities } from '../non-conformities/close-non-conformities'
import { findOpenOfRefresh } from '../non-conformities/non-conformity-store'

/** When a standard version was withdrawn: what had lapsed by it alone counts again, so what that opened is closed. Twice is no different. */
export async function closeNonConformitiesWhenWithdrawn(ctx: Context, event: StoredEvent): Promise<void> {
  const standardVersionId = event.about.id
  const closing = { by: 'WITHDRAWAL', becauseOf: { standardVersionId }, source: 'STANDARD_REFRESH' } as const
  for (let open = await findOpenOfRefresh(db, standardVersionId); open.length > 0; ) {
    for (const nc of open) await transaction((tx) => closeNonConformities(tx, ctx, nc.moduleVersionId, [nc], closing))
    open = await findOpenOfRefresh(db, standardVersionId)
  }
}
