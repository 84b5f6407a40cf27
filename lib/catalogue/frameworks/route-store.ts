import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Route, RouteKind } from './route'

/** What these frameworks state of their routes otherwise than the defaults, by framework. */
export async function findStatedRoutes(tx: Tx, frameworkIds: string[]): Promise<Map<string, Route[]>> {
  const rows = await tx.frameworkRoute.findMany({
    where: { frameworkId: { in: frameworkIds }, absent: false },
    orderBy: { kind: 'asc' },
  })
  const routes = new Map<string, Route[]>(frameworkIds.map((id) => [id, []]))
  for (const { frameworkId, kind, capPounds, allowsFoundation, leastPriceWeight, greatestPriceWeight } of rows)
    routes.get(frameworkId)!.push({
      kind: kind as RouteKind,
      capPence: capPounds === null ? null : BigInt(capPounds) * 100n,
      allowsFoundation,
      leastPriceWeight,
      greatestPriceWeight,
    })
  return routes
}
