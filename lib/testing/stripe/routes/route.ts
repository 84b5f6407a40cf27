import type { RequestName, Requests } from '../request-types'
import { refused } from '../stripe-error'
import type { World } from '../world'

/** `account` is the connected account that the request speaks for; null for the platform's own. */
export type Call<P> = { world: World; params: P; id: string; account: string | null }
export type Route = {
  method: 'GET' | 'POST' | 'DELETE'
  path: RegExp
  name: RequestName
  handle: (call: Call<never>) => object
}

/** One route: `:id` in the path stands for an id of Stripe. */
export function route<N extends RequestName>(
  method: Route['method'],
  path: string,
  name: N,
  handle: (call: Call<Requests[N]>) => object,
): Route {
  return {
    method,
    path: new RegExp(`^${path.replace(':id', '([A-Za-z0-9_]+)')}$`),
    name,
    handle: handle as Route['handle'],
  }
}

type Range = { gt?: number; gte?: number; lt?: number; lte?: number } | number
type Paging = { limit?: number; starting_after?: string; ending_before?: string; created?: Range }

/** One page of rows given oldest first: newest first, at most 100, after or before the id that was asked for. */
export function page<T extends { id: string; created?: number }>(
  rows: T[],
  { params }: { params: Paging },
  url: string,
) {
  const { limit = 10, starting_after, ending_before, created } = params
  if (limit < 1 || limit > 100) throw refused('Invalid limit: must be between 1 and 100', { param: 'limit' })
  const found = rows.filter((row) => isIn(created, row.created ?? 0)).reverse()
  const after = starting_after ? found.findIndex((row) => row.id === starting_after) + 1 : 0
  const before = ending_before ? found.findIndex((row) => row.id === ending_before) : found.length
  const asked = found.slice(after, before)
  return { object: 'list' as const, data: asked.slice(0, limit), has_more: asked.length > limit, url }
}

function isIn(range: Range | undefined, at: number): boolean {
  if (range === undefined) return true
  if (typeof range === 'number') return at === range
  return (
    at > (range.gt ?? -1) &&
    at >= (range.gte ?? 0) &&
    at < (range.lt ?? Number.MAX_VALUE) &&
    at <= (range.lte ?? Number.MAX_VALUE)
  )
}

/** Whole positive pence. */
export function wholePence(amount: number | undefined, param = 'amount'): number {
  if (amount === undefined) throw refused(`Missing required param: ${param}.`, { param, code: 'parameter_missing' })
  if (amount < 1) throw refused(`Invalid ${param}: must be at least 1`, { param, code: 'parameter_invalid_integer' })
  return amount
}
