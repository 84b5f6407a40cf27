import 'server-only'
import { belongsTo } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { addMonths, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { readSettings } from '@/lib/settings/read-settings'
import { type FundingRequest, isWaiting } from './funding-request'
import { findCounting } from './funding-store'
import { listFundingRequests } from './get-funding-request'

/** A request with how many others are for the like (B6); 0 for who does not belong to the payer. */
export type QueuedRequest = FundingRequest & { alike: number }

/** The requests of the actor's organisations; what waits is told of the like in the window that its payer sets. */
export async function listFundingQueue(ctx: Context): Promise<QueuedRequest[]> {
  const requests = await listFundingRequests(ctx.actor)
  const watched = requests.filter((r) => isWaiting(r) && belongsTo(ctx.actor, r.payerId))
  const payers = [...new Set(watched.map((r) => r.payerId))]
  const counting = payers.length === 0 ? [] : await findCounting(db, payers)
  const months = new Map<string, number | undefined>()
  for (const payerId of payers) {
    const settings = await readSettings(db, ctx, payerId, ['aggregation-window'])
    months.set(payerId, settings.ok ? settings.value.count('aggregation-window') : undefined)
  }
  const alikeOf = (request: FundingRequest): number => {
    const window = months.get(request.payerId)
    if (window === undefined || !watched.includes(request)) return 0
    const since = addMonths(dayOf(request.submittedAt), -window)
    return counting.filter(
      (other) =>
        other.id !== request.id &&
        other.payerId === request.payerId &&
        dayOf(other.submittedAt) >= since &&
        other.similarityKeys.some((key) => request.similarityKeys.includes(key)),
    ).length
  }
  return requests.map((request) => ({ ...request, alike: alikeOf(request) }))
}
