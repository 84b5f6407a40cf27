import 'server-only'
import { findRoute } from '@/lib/catalogue/frameworks/find-route-obstacle'
import { getFrozenText } from '@/lib/catalogue/get-frozen-text'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { findRouteOf } from '../projects/project-store'
import type { CallOff } from './call-off'
import { wholeLifePence } from './call-off-rules'

/**
 * The route that the order's project was decided on, as its framework stands today: its cap in pence without VAT, and what stands
 * against it (A6). A project of before routes were asked for is a direct award on the frameworks of its listing.
 */
export async function readRoute(tx: Tx, ctx: Pick<Context, 'now'>, callOff: CallOff) {
  const { frameworkId, route } = await findRouteOf(tx, callOff.projectId)
  const frameworkIds = frameworkId
    ? [frameworkId]
    : ((await getFrozenText(tx, callOff.listingVersionId))?.frameworkIds ?? [])
  const asked = { frameworkIds, kind: route ?? ('direct-award' as const), capabilityIds: callOff.capabilityIds }
  return findRoute(tx, { ...asked, wholeLifePence: wholeLifePence(callOff) }, dayOf(ctx.now))
}

/** Whether the order may take its route with its whole life, options included (A6, W3). */
export async function askRoute(tx: Tx, ctx: Context, callOff: CallOff): Promise<Result<undefined>> {
  const route = await readRoute(tx, ctx, callOff)
  if (!route)
    return refuse({
      kind: 'conflict',
      because: 'The cap of this route is not set. A curator of the authority must set it first.',
    })
  return route.obstacle ? refuse({ kind: 'conflict', because: route.obstacle.because }) : ok(undefined)
}
