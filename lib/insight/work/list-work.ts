import 'server-only'
import type { Context } from '@/lib/platform/context'
import { listAuthorityWork } from './list-authority-work'
import { listMoneyWork } from './list-money-work'
import { listPayerWork } from './list-payer-work'
import { listPracticeWork } from './list-practice-work'
import { listSupplierWork } from './list-supplier-work'
import type { WorkLine } from './work-line'
import { byUrgency } from './work-rules'

/**
 * What waits for the reader, in whatever they are: what is late first, then what is due soonest. Every line counts what the page
 * behind it shows, by the same queries, so the two never differ; a visitor has none.
 */
export async function listWork(ctx: Context): Promise<WorkLine[]> {
  if (ctx.actor.kind !== 'person') return []
  return byUrgency([
    ...(await listPracticeWork(ctx)),
    ...(await listPayerWork(ctx)),
    ...(await listMoneyWork(ctx)),
    ...(await listSupplierWork(ctx)),
    ...(await listAuthorityWork(ctx)),
  ])
}
