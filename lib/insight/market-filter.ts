import type { AreaFigures, Weight } from './market'
import { compareRatios, type Ratio, shareOf, withHhi } from './market-rules'

/** What the address of the market page chooses. */
export type MarketFilter = { weight: Weight; sort: MarketSort; icb: string | null }

export const marketSorts = {
  'hhi-down': 'most concentrated first',
  'hhi-up': 'least concentrated first',
  name: 'name',
  emis: 'share of EMIS',
  tpp: 'share of TPP',
  size: 'number of practices or patients',
} as const
export type MarketSort = keyof typeof marketSorts

type Params = Record<string, string | string[] | undefined>

/** The filter of an address; what is not known is left at its usual value. */
export function parseMarketFilter(params: Params): MarketFilter {
  const one = (name: string) => (Array.isArray(params[name]) ? params[name][0] : params[name]) ?? ''
  const icb = one('icb').toUpperCase()
  return {
    weight: one('weight') === 'patients' ? 'patients' : 'practices',
    sort: Object.hasOwn(marketSorts, one('sort')) ? (one('sort') as MarketSort) : 'hhi-down',
    icb: /^[A-Z0-9]{3}$/.test(icb) ? icb : null,
  }
}

/** The address of a filter: parse(serialise(f)) = f, in a fixed order, usual values left out. */
export function marketQuery(filter: MarketFilter): string {
  const pairs: [string, string | null][] = [
    ['weight', filter.weight === 'practices' ? null : filter.weight],
    ['sort', filter.sort === 'hhi-down' ? null : filter.sort],
    ['icb', filter.icb],
  ]
  const query = pairs.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join('&')
  return query === '' ? '' : `?${query}`
}

export type RankedArea = { area: AreaFigures; hhi: Ratio }

/** The areas of the filter, in its order; equal ones by code. */
export function rankAreas(areas: AreaFigures[], filter: MarketFilter): RankedArea[] {
  const chosen = areas.filter((area) => filter.icb === null || area.icbCode === filter.icb)
  return withHhi(chosen, filter.weight).sort((a, b) => order(a, b, filter) || (a.area.code < b.area.code ? -1 : 1))
}

function order(a: RankedArea, b: RankedArea, { sort, weight }: MarketFilter): number {
  const zero = { n: 0n, d: 1n }
  const share = (area: AreaFigures, system: string) => shareOf(area[weight], system) ?? zero
  const sum = (area: AreaFigures) => Object.values(area[weight]).reduce((x, y) => x + y, 0)
  switch (sort) {
    case 'hhi-down':
      return compareRatios(b.hhi, a.hhi)
    case 'hhi-up':
      return compareRatios(a.hhi, b.hhi)
    case 'name':
      return a.area.name < b.area.name ? -1 : a.area.name > b.area.name ? 1 : 0
    case 'emis':
      return compareRatios(share(b.area, 'EMIS'), share(a.area, 'EMIS'))
    case 'tpp':
      return compareRatios(share(b.area, 'TPP'), share(a.area, 'TPP'))
    case 'size':
      return sum(b.area) - sum(a.area)
  }
}
