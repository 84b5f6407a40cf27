import 'server-only'
import { findRoute } from '@/lib/catalogue/frameworks/find-route-obstacle'
import type { RouteKind } from '@/lib/catalogue/frameworks/route'
import { getFrozenText } from '@/lib/catalogue/get-frozen-text'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { CallOff } from './call-off'
import { wholeLifePence } from './call-off-rules'

/** What a project decides by itself is a direct award. */
const kind: RouteKind = 'direct-award'

/** The route that the order takes today: its cap in pence without VAT, and what stands against it (A6). */
export async function readRoute(tx: Tx, ctx: Pick<Context, 'now'>, callOff: CallOff) {
  const text = await getFrozenText(tx, callOff.listingVersionId)
  const { capabilityIds } = callOff
  const asked = { frameworkIds: text?.frameworkIds ?? [], kind, capabilityIds }
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
