export type RouteKind = 'direct-award' | 'competition' | 'off-catalogue'

export const routeWords: Record<RouteKind, string> = {
  'direct-award': 'Direct award',
  competition: 'Competition in the catalogue',
  'off-catalogue': 'Competition held elsewhere, its outcome recorded here',
}

/** A way of buying under a framework (FRM-2). Sums are pence without VAT, over the whole life; weights are percent of a competition. */
export type Route = {
  kind: RouteKind
  /** Null: no cap. */
  capPence: bigint | null
  allowsFoundation: boolean
  leastPriceWeight: number | null
  greatestPriceWeight: number | null
}

/** What holds where a framework states no route of its own. */
export const defaultRoutes: Record<RouteKind, Route> = {
  'direct-award': {
    kind: 'direct-award',
    capPence: 4_000_000n,
    allowsFoundation: true,
    leastPriceWeight: null,
    greatestPriceWeight: null,
  },
  competition: {
    kind: 'competition',
    capPence: 25_000_000n,
    allowsFoundation: false,
    leastPriceWeight: 30,
    greatestPriceWeight: 90,
  },
  'off-catalogue': {
    kind: 'off-catalogue',
    capPence: null,
    allowsFoundation: true,
    leastPriceWeight: null,
    greatestPriceWeight: null,
  },
}
