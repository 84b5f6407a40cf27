import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addMonths, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { loadFactsOf } from '../load-facts-of'
import { conformanceHistory, type HistoryStretch } from './conformance-history-rules'

/** The labels of a module version over the last two years, up to today: public. */
export async function getConformanceHistory(ctx: Context, moduleVersionId: string): Promise<HistoryStretch[]> {
  const loaded = await loadFactsOf(db, moduleVersionId)
  const today = dayOf(ctx.now)
  return loaded ? conformanceHistory(loaded.facts, addMonths(today, -24), today) : []
}
