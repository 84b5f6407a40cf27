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

/** The figures that the authority sets for routes of which a framework says nothing: caps in pence, weights in percent. */
export type RouteFigures = {
  directAwardCap: bigint
  competitionCap: bigint
  leastPriceWeight: number
  greatestPriceWeight: number
}

export const routeKinds: RouteKind[] = ['direct-award', 'competition', 'off-catalogue']

/** What holds where a framework states no route of its own. */
export function defaultRoutes(figures: RouteFigures): Record<RouteKind, Route> {
  const noWeights = { leastPriceWeight: null, greatestPriceWeight: null }
  const { leastPriceWeight, greatestPriceWeight } = figures
  return {
    'direct-award': { kind: 'direct-award', capPence: figures.directAwardCap, allowsFoundation: true, ...noWeights },
    competition: {
      kind: 'competition',
      capPence: figures.competitionCap,
      allowsFoundation: false,
      leastPriceWeight,
      greatestPriceWeight,
    },
    'off-catalogue': { kind: 'off-catalogue', capPence: null, allowsFoundation: true, ...noWeights },
  }
}
