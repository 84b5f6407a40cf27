import type { Day } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { foundationCapabilities } from '../listing-rules'
import { type Route, routeWords } from './route'

type Life = { opensOn: Day | null; expiresOn: Day | null; expired: boolean }

/** Whether new orders may be made under a framework on that day; the day on which it expires is its last (FRM-1). */
export function isLiveOn({ opensOn, expiresOn, expired }: Life, day: Day): boolean {
  if (opensOn !== null && day < opensOn) return false
  return expiresOn === null ? !expired : day <= expiresOn
}

export type RouteObstacle = { code: 'over-cap' | 'foundation'; because: string }

/**
 * Why a route may not be taken for this sum and these capabilities; undefined where it may (FRM-2). The sum is pence without
 * VAT over the whole life, options and changes included; it is asked again for as long as the order runs.
 */
export function routeObstacle(
  route: Route,
  { wholeLifePence, capabilityIds }: { wholeLifePence: bigint; capabilityIds: string[] },
): RouteObstacle | undefined {
  const name = routeWords[route.kind]
  if (route.capPence !== null && wholeLifePence > route.capPence)
    return { code: 'over-cap', because: `${name} is for orders up to ${poundsWords(route.capPence)} excluding VAT` }
  const foundation = foundationCapabilities.filter((id) => capabilityIds.includes(id))
  if (!route.allowsFoundation && foundation.length > 0)
    return { code: 'foundation', because: `${name} is not for foundation capabilities (${foundation.join(', ')})` }
  return undefined
}

/** Whether the price of a competition may weigh so many percent on this route; a route without a range holds no competition here. */
export const mayWeigh = ({ leastPriceWeight: least, greatestPriceWeight: most }: Route, percent: number): boolean =>
  least !== null && most !== null && (percent === 100 || (percent >= least && percent <= most))
