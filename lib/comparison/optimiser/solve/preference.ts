import { type PlanCost, planCost, usedSuppliers } from '../cost/plan-cost'
import { checkPlan, type IsActive, worthOf } from '../model/check-plan'
import type { Market, Picks } from '../model/market'

/** A plan in whole numbers, with all that decides between it and another. */
export type Weighed = {
  picks: Picks
  cost: PlanCost
  worth: number
  /** Modules that some practice would start or leave. */
  changed: number
  suppliers: number
}

export function weigh(market: Market, picks: Picks): Weighed {
  return {
    picks,
    cost: planCost(market, picks),
    worth: worthOf(market, picks),
    changed: changesOf(market, picks),
    suppliers: usedSuppliers(market, picks).length,
  }
}

/** Weighed where it keeps every active rule to the penny (EX-2); the broken ones otherwise. */
export function weighChecked(market: Market, picks: Picks, isActive?: IsActive): Weighed & { broken: string[] } {
  const weighed = weigh(market, picks)
  return { ...weighed, broken: checkPlan(market, picks, isActive, weighed.cost) }
}

/** EX-6: lower cost, more worth, fewer modules changed, fewer suppliers, then ids in order. Negative: `a` is preferred. */
export function prefer(a: Weighed, b: Weighed): number {
  if (a.cost.pence !== b.cost.pence) return a.cost.pence < b.cost.pence ? -1 : 1
  return b.worth - a.worth || a.changed - b.changed || a.suppliers - b.suppliers || inOrder(a.picks, b.picks)
}

/** Places stand in id order, so comparing them compares the ids. */
function inOrder(a: Picks, b: Picks): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

/** Changes at practices: started there, or left there. */
function changesOf(market: Market, picks: Picks): number {
  const taken = new Set(picks)
  const { sites } = market
  // What must be left in every plan counts in every plan.
  let changes = new Set(
    market.alwaysOwed.map(
      ({ moduleId, practice }) => `${moduleId} ${sites.findIndex(({ practices }) => practices.includes(practice))}`,
    ),
  ).size
  for (const [m, module] of market.modules.entries())
    for (const [s, { practices }] of sites.entries()) {
      const isTaken = taken.has(m * sites.length + s)
      const isChanged = practices.some((practice) => isTaken !== Boolean(module.today[practice]))
      if (isChanged) changes++
    }
  return changes
}
