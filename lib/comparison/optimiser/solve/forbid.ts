import { isKnownBeforehand } from '../cost/new-module-rules'
import { newCostAt, ownCost, total, usedSuppliers } from '../cost/plan-cost'
import { type Market, modulesBySite, newTakers, type Picks } from '../model/market'
import type { Entry } from '../model/program'
import type { Cut } from './close-window'

/** Exactly this set never again: something of it out, or something else in (EX-3). */
export const forbidExactly = (market: Market, picks: Picks): Cut => {
  const all = Array.from({ length: market.modules.length * market.sites.length }, (_, pick) => pick)
  return cutOf(picks, all)
}

/**
 * This set, and every set that it beats for certain by EX-6: the same with more modules that cost something or bring nothing,
 * or without free ones that bring worth. So a dozen free modules do not make thousands of sets of one price.
 *
 * Certain, because of the columns that stay able to undo the cut: all of the set but its free part; outside it every module of
 * today (leaving it costs), every module that the set takes elsewhere (tiers), and every free one that brings a wish which the
 * rest of the set leaves open. What may be added beyond these costs ≥ 0 and adds no worth.
 */
export function forbidBeaten(market: Market, picks: Picks): Cut {
  const free = freePart(market, picks)
  const core = picks.filter((pick) => !free.includes(pick))
  const able = ableToImprove(market, picks, core)
  return cutOf(
    core,
    able.filter((pick) => !picks.includes(pick)),
  )
}

/** A set that is too dear, and all that add to it without giving up a module of today or sharing a tier. */
export const forbidTooDear = (market: Market, picks: Picks): Cut => cutOf(picks, sharersOf(market, picks))

function cutOf(inside: Picks, outside: Picks): Cut {
  const taken = new Set(inside)
  const entries = [
    ...inside.map((pick): Entry => [pick, -1]),
    ...outside.filter((pick) => !taken.has(pick)).map((pick): Entry => [pick, 1]),
  ]
  return { lower: 1 - inside.length, entries: entries.sort(([a], [b]) => a - b) }
}

/** Picks of the set that cost nothing, each of which alone brings some wish at one site: without any of them there is less worth. */
function freePart(market: Market, picks: Picks): Picks {
  if (market.sites.length > 1) return []
  const paid = picks.filter((m) => !costsNothing(market, m))
  const free = picks.filter((m) => isFree(market, m, usedSuppliers(market, paid)))
  return free.filter((m) =>
    market.modules[m]!.fulfils.some((w) => picks.every((o) => o === m || !market.modules[o]!.fulfils.includes(w))),
  )
}

function ableToImprove(market: Market, picks: Picks, core: Picks): Picks {
  const able = new Set(sharersOf(market, picks))
  const suppliers = usedSuppliers(market, picks)
  const bySite = modulesBySite(market, core).map(
    (modules) => new Set(modules.flatMap((m) => market.modules[m]!.fulfils)),
  )
  for (const [m, module] of market.modules.entries())
    for (const [s, fulfilled] of bySite.entries())
      if (module.fulfils.some((w) => !fulfilled.has(w)) && isFree(market, m, suppliers))
        able.add(m * market.sites.length + s)
  return [...able]
}

/** Outside the set: modules of today, and what the set takes at another site. */
function sharersOf(market: Market, picks: Picks): Picks {
  const { sites } = market
  const taken = new Set(picks.map((pick) => Math.floor(pick / sites.length)))
  return market.modules.flatMap((module, m) =>
    taken.has(m) || module.today.some(Boolean) ? sites.map((_, s) => m * sites.length + s) : [],
  )
}

/** Whether taking a module, beside these suppliers, might add nothing to the cost. */
const isFree = (market: Market, m: number, suppliers: number[]): boolean =>
  costsNothing(market, m) && (suppliers.includes(market.modules[m]!.supplier) || ownCost(market).pence === 0n)

/** New everywhere, and 0 for all who would take it; where practices may differ, 0 in some tier of every line. */
function costsNothing(market: Market, m: number): boolean {
  const module = market.modules[m]!
  if (module.today.some(Boolean)) return false
  if (market.sites.length === 1) return total(newCostAt(market, module, newTakers(market, module, [0]))) === 0n
  return module.lines.every(
    ({ price }) => !isKnownBeforehand(price) || price.tiers.some(({ unitPrice }) => unitPrice < leastThatCounts),
  )
}

/** 1/100,000 of a pound: less than this, times the smallest quantity, may round to nothing. */
const leastThatCounts = 1_000n
