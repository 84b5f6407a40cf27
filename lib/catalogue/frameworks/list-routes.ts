import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { readSettingsOn } from '@/lib/settings/read-settings'
import { defaultRoutes, type Route, routeKinds } from './route'
import { findStatedRoutes } from './route-store'

/**
 * The three routes of each framework on a day: as it states them, and by the authority's settings where it states nothing
 * (FRM-2). Where those are not set, a framework has the routes that it states, and no other.
 */
export async function listRoutes(tx: Tx, frameworkIds: string[], on: Day): Promise<Map<string, Route[]>> {
  const stated = await findStatedRoutes(tx, frameworkIds)
  const usual = await usualRoutes(tx, on)
  return new Map(
    [...stated].map(([id, own]) => [
      id,
      routeKinds.flatMap((kind) => own.find((r) => r.kind === kind) ?? usual?.[kind] ?? []),
    ]),
  )
}

/** What holds where a framework states nothing; undefined where the authority has not set it. */
export async function usualRoutes(tx: Tx, on: Day) {
  const keys = ['direct-award-cap', 'competition-cap', 'least-price-weight', 'greatest-price-weight'] as const
  const settings = await readSettingsOn(tx, on, null, [...keys])
  if (!settings.ok) return undefined
  return defaultRoutes({
    directAwardCap: settings.value.pence('direct-award-cap'),
    competitionCap: settings.value.pence('competition-cap'),
    leastPriceWeight: settings.value.count('least-price-weight'),
    greatestPriceWeight: settings.value.count('greatest-price-weight'),
  })
}
