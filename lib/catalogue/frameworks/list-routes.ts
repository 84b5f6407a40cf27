import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { defaultRoutes, type Route, type RouteKind } from './route'
import { findStatedRoutes } from './route-store'

/** The three routes of each framework: as it states them, and by default where it states nothing (FRM-2). */
export async function listRoutes(tx: Tx, frameworkIds: string[]): Promise<Map<string, Route[]>> {
  const stated = await findStatedRoutes(tx, frameworkIds)
  const kinds = Object.keys(defaultRoutes) as RouteKind[]
  return new Map(
    [...stated].map(([id, own]) => [id, kinds.map((kind) => own.find((r) => r.kind === kind) ?? defaultRoutes[kind])]),
  )
}
