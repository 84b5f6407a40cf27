import { attribution, type Market, type SystemCounts } from './market'
import { decimal, hhi, movedOf, national, shareOf, switchesIn, systemsOf, total } from './market-rules'

const source = (market: Market) => ({
  origin: market.origin,
  asOf: market.nowAsOf,
  earlierAsOf: market.beforeAsOf,
  patientsAsOf: market.patientsAsOf,
  notice: attribution,
})

/** Shares and concentration, for the public API: percent and HHI as text with four and one decimals, exact before rounding. */
export function sharesAnswer(market: Market) {
  const england = national(market)
  return {
    source: source(market),
    england: {
      practices: figures(england.practices),
      patients: figures(england.patients),
      earlier: figures(england.before),
      unresolvedPractices: england.unresolved,
      singleSupplierAreas: england.singleSupplierAreas,
      medianHhi: england.medianHhi ? decimal(england.medianHhi, 1) : null,
    },
    areas: market.areas.map((area) => ({
      code: area.code,
      name: area.name,
      icb: { code: area.icbCode, name: area.icbName },
      practices: figures(area.practices),
      patients: figures(area.patients),
      earlier: figures(area.before),
      unresolvedPractices: area.unresolved,
    })),
  }
}

/** Switches between the two lists, nationally and by area. */
export function switchesAnswer(market: Market) {
  return {
    source: source(market),
    england: moves(national(market).moves),
    areas: market.areas.map((area) => ({ code: area.code, name: area.name, ...moves(area.moves) })),
  }
}

function figures(counts: SystemCounts) {
  const index = hhi(counts)
  const systems = systemsOf(counts).map((system) => ({
    system,
    count: counts[system]!,
    sharePercent: decimal(shareOf(counts, system)!, 4),
  }))
  return { total: total(counts), hhi: index ? decimal(index, 1) : null, systems }
}

function moves(pairs: SystemCounts) {
  const { moved, of } = movedOf(pairs)
  return { practicesInBothLists: of, switched: moved, stayed: of - moved, switches: switchesIn(pairs) }
}
