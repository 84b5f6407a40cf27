import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { refreshStandingsWithin } from './refresh-module-standing'

const kinds = ['standards', 'standard-links', 'standard-versions']

/** When a file of standards was imported, or a curator corrected one: any label may have changed, so all are derived again. */
export async function refreshStandingsWhenImported(ctx: Context, event: StoredEvent): Promise<void> {
  if (!kinds.includes(String(event.data.kind))) return
  await transaction((tx) => refreshStandingsWithin(tx, dayOf(ctx.now)))
}
