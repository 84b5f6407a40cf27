import 'server-only'
import { addDays, addMonths, type Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { UsageOfMonth } from '../charges/price-part'
import { findPlayedDays, sumUsage } from './usage-store'

/** What gateways have recorded for a contract in a month: the last word on each record, unmatched calls left out (G4, G5). */
export async function listUsageOfMonth(tx: Tx, contractId: string, month: Day): Promise<UsageOfMonth[]> {
  const sums = await sumUsage(tx, contractId, month, addDays(addMonths(month, 1), -1))
  return sums.map((sum) => ({ ...sum, month }))
}

/** Days of a span on which a site of a contract had calls, by the last word on each record; a count of nothing is no use (G6). */
export const listPlayedDays = (
  tx: Tx,
  contractId: string,
  from: Day,
  to: Day,
): Promise<{ siteId: string; day: Day }[]> => findPlayedDays(tx, contractId, from, to)
