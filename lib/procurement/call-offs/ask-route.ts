import 'server-only'
import { findRoute } from '@/lib/catalogue/frameworks/find-route-obstacle'
import { getFrozenText } from '@/lib/catalogue/get-frozen-text'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { awardedEntries, type FrozenEntry } from '../projects/project'
import { findProject } from '../projects/project-store'
import type { CallOff } from './call-off'
import { wholeLifePence } from './call-off-rules'
import { findCallOffsByProject } from './call-off-store'

/**
 * The route that the order's project was decided on, as its framework stands today: its cap in pence without VAT, and what stands
 * against it (A6). A project of before routes were asked for is a direct award on the frameworks of its listing. Of a project
 * with several winners the cap counts all of them: `capPence` is what the others leave of it.
 */
export async function readRoute(tx: Tx, ctx: Pick<Context, 'now'>, callOff: CallOff) {
  const project = await findProject(tx, callOff.projectId)
  const { frameworkId = null, route = null } = project ?? {}
  const frameworkIds = frameworkId
    ? [frameworkId]
    : ((await getFrozenText(tx, callOff.listingVersionId))?.frameworkIds ?? [])
  const asked = { frameworkIds, kind: route ?? ('direct-award' as const), capabilityIds: callOff.capabilityIds }
  const others = project ? await othersPence(tx, callOff, awardedEntries(project)) : 0n
  const taken = await findRoute(tx, { ...asked, wholeLifePence: wholeLifePence(callOff) + others }, dayOf(ctx.now))
  return taken && { ...taken, capPence: taken.capPence === null ? null : taken.capPence - others }
}

/** What the other winners of the project cost over their whole life: as they are ordered, or as they were awarded. */
async function othersPence(tx: Tx, { moduleId, projectId }: CallOff, winners: FrozenEntry[]): Promise<bigint> {
  const others = winners.filter((winner) => winner.moduleId !== moduleId)
  if (others.length === 0) return 0n
  const orders = await findCallOffsByProject(tx, projectId)
  return others.reduce((sum, winner) => {
    const order = orders.find((one) => one.moduleId === winner.moduleId)
    return sum + (order ? wholeLifePence(order) : (winner.termPence ?? 0n))
  }, 0n)
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
