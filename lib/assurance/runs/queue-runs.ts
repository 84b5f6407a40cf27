import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { type Endpoint, isReady } from '../endpoints/endpoint'
import { findEndpoints } from '../endpoints/endpoint-store'
import { isListed, isWithdrawn } from '../label-rules'
import { loadFactsOf } from '../load-facts-of'
import { queueRun } from './ask-for-run'
import { checkedRequirements } from './check-map-rules'
import { dryRunDays, type RunKind } from './run'
import { findRuns, forgetDryRuns } from './run-store'

/** By time: each night a monitor looks at every listed module whose endpoint is ready. It writes nothing there (CS-03). */
export async function queueMonitors(ctx: Context): Promise<void> {
  await forgetDryRuns(db, new Date(ctx.now.getTime() - dryRunDays * 86_400_000))
  for (const endpoint of await readyEndpoints(ctx)) await queueOnce(ctx, endpoint, 'MONITOR', () => true)
}

/** When a standard version was published: a refresh run of each listed module that it asks something a machine can test. */
export async function queueRefreshRunsWhenPublished(ctx: Context, event: StoredEvent): Promise<void> {
  for (const endpoint of await readyEndpoints(ctx))
    await queueOnce(ctx, endpoint, 'REFRESH', (ids) => ids.includes(event.about.id), event.at)
}

const readyEndpoints = async (ctx: Context): Promise<Endpoint[]> =>
  (await findEndpoints(db, { states: ['approved'] })).filter((e) => isReady(e, dayOf(ctx.now)))

/** Once since that instant (a reaction may come twice), or since the beginning of the day. */
async function queueOnce(
  ctx: Context,
  endpoint: Endpoint,
  kind: RunKind,
  speaksTo: (standardVersionIds: string[]) => boolean,
  since?: Date,
): Promise<void> {
  const today = dayOf(ctx.now)
  const [last] = await findRuns(db, { endpointId: endpoint.id, kinds: [kind] }, 1)
  if (last && (since ? last.queuedAt >= since : dayOf(last.queuedAt) === today)) return
  const loaded = await loadFactsOf(db, endpoint.moduleVersionId)
  if (!loaded || !isListed(loaded.facts, today) || isWithdrawn(loaded.facts, today)) return
  if (!speaksTo(checkedRequirements(loaded.facts, today).map((c) => c.standardVersionId))) return
  await transaction((tx) => queueRun(tx, ctx, endpoint, { kind, reason: null }))
}
