import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { transaction } from '@/lib/platform/transaction'
import { refreshStandingsWithin } from '../refresh-module-standing'

/** When a standard version was published, moved or withdrawn: any label may have changed, so all are derived again. */
export async function refreshStandingsWhenDecided(ctx: Context): Promise<void> {
  await transaction((tx) => refreshStandingsWithin(tx, dayOf(ctx.now)), 3, 120)
}
