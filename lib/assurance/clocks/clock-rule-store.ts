import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { ClockId, ClockRule } from './clock-rule'

/** The clocks' figures as the table has them, the oldest first (CL-A). */
export async function loadClockRules(tx: Tx): Promise<ClockRule[]> {
  const rows = await tx.clockRule.findMany({ orderBy: [{ clock: 'asc' }, { fromOn: 'asc' }] })
  return rows.map(({ clock, fromOn, days, seriousDays }) => ({
    clock: clock as ClockId,
    fromOn: dayFromDate(fromOn),
    days,
    seriousDays,
  }))
}
