import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { type RouteObstacle, routeObstacle } from './framework-rules'
import { listRoutes, usualRoutes } from './list-routes'
import type { Route, RouteKind } from './route'

type Asked = { frameworkIds: string[]; kind: RouteKind; wholeLifePence: bigint; capabilityIds: string[] }
export type RouteTaken = { capPence: bigint | null; obstacle: RouteObstacle | undefined }

/**
 * The route of an order on a day (A6): the most generous of the frameworks that its listing names, or the usual one where the
 * listing names none. Undefined where no such route is known: then nothing is known of a cap either.
 */
export async function findRoute(
  tx: Tx,
  { frameworkIds, kind, ...order }: Asked,
  on: Day,
): Promise<RouteTaken | undefined> {
  const stated = [...(await listRoutes(tx, frameworkIds, on)).values()].flat().filter((route) => route.kind === kind)
  const usual = (await usualRoutes(tx, on))?.[kind]
  const routes = stated.length > 0 ? stated : usual ? [usual] : []
  const best = routes.toSorted((a, b) => (capOf(a) < capOf(b) ? 1 : -1))
  const free = best.find((route) => !routeObstacle(route, order)) ?? best[0]
  return free && { capPence: free.capPence, obstacle: routeObstacle(free, order) }
}

const capOf = ({ capPence }: Route): bigint => capPence ?? 10n ** 18n
