import { type PlanCost, planCost } from '../cost/plan-cost'
import { type Market, modulesBySite, type Picks } from './market'
import * as id from './row-ids'

/** Whether a rule of that group holds at all: a search for a conflict leaves some out (INF-2). */
export type IsActive = (group: string) => boolean
const always: IsActive = () => true

/**
 * Re-checks a plan against every rule in whole numbers, from the market and not from the solver's rows (EX-2): the groups that
 * it breaks, in order. Nothing broken: it may be shown.
 */
export function checkPlan(market: Market, picks: Picks, isActive: IsActive = always, cost?: PlanCost): string[] {
  const bySite = modulesBySite(market, picks)
  const broken = [
    ...bySite.flatMap((modules, site) => [
      ...brokenNeeds(market, modules),
      ...brokenFacts(market, modules),
      ...brokenWishes(market, modules, site),
    ]),
    ...lostKeeps(market),
    ...(market.floorWorth > worthOf(market, picks) ? [id.floor] : []),
    ...brokenBudgets(market, cost ?? planCost(market, picks)),
  ]
  return [...new Set(broken)].filter(isActive)
}

/** Places of the wishes that are fulfilled at every site. */
export function fulfilledWishes(market: Market, picks: Picks): number[] {
  const bySite = modulesBySite(market, picks).map(
    (modules) => new Set(modules.flatMap((m) => market.modules[m]!.fulfils)),
  )
  return market.wishes.flatMap((_, wish) => (bySite.every((fulfilled) => fulfilled.has(wish)) ? [wish] : []))
}

/** Points of the wishes that are fulfilled at every site. */
export const worthOf = (market: Market, picks: Picks): number =>
  fulfilledWishes(market, picks).reduce((sum, wish) => sum + market.wishes[wish]!.worth, 0)

/** Places of the needs that these modules leave open. */
export function openNeeds(market: Market, modules: number[]): number[] {
  const met = new Set(modules.flatMap((m) => market.modules[m]!.meets))
  return market.needs.flatMap((_, need) => (met.has(need) ? [] : [need]))
}

const brokenNeeds = (market: Market, modules: number[]): string[] =>
  openNeeds(market, modules).map((need) => id.cover(market.needs[need]!.id))

function brokenFacts(market: Market, places: number[]): string[] {
  const modules = places.map((m) => market.modules[m]!)
  const taken = new Set(modules.map((module) => module.id))
  const records = modules.filter(({ candidate }) => candidate.isRecordSystem)
  return [
    ...(records.length === 1 ? [] : [id.one]),
    ...modules.flatMap(({ id: own, candidate }) => [
      ...candidate.requires.flatMap(({ oneOf }, i) => (oneOf.some((b) => taken.has(b)) ? [] : [id.requires(own, i)])),
      ...candidate.conflicts.filter((b) => b !== own && taken.has(b)).map((b) => id.conflicts(own, b)),
      ...(records.some((r) => r.id !== own && !(candidate.pairedWith ?? [r.id]).includes(r.id)) ? [id.pair(own)] : []),
    ]),
  ]
}

function brokenWishes(market: Market, places: number[], site: number): string[] {
  const taken = new Set(places)
  return market.modules.flatMap((module, m) => {
    const keeps = market.sites[site]!.practices.flatMap((practice) => {
      const keep = module.today[practice]?.facts.keep ?? 'free'
      const at = market.practices[practice]!.id
      if (keep === 'must' && !taken.has(m)) return [id.keep(at, module.id)]
      return keep === 'must-not' && taken.has(m) ? [id.drop(at, module.id)] : []
    })
    if (!taken.has(m)) return keeps
    return [...keeps, ...(module.gates[site] ? [id.gate(module.id)] : []), ...module.avoided.map(({ group }) => group)]
  })
}

/** What must be kept and cannot be, because it has no price or is no module of the market. */
export const lostKeeps = (market: Market): string[] =>
  market.alwaysOwed
    .filter(({ isKeepAsked }) => isKeepAsked)
    .map(({ practice, moduleId }) => id.keep(market.practices[practice]!.id, moduleId))

function brokenBudgets({ choice, years }: Market, cost: PlanCost): string[] {
  const { budgetPence, yearlyBudgets } = choice.limits
  return [
    ...(budgetPence !== null && cost.pence > BigInt(budgetPence) ? [id.budget] : []),
    ...yearlyBudgets
      .filter(({ from, pence }) => (cost.years[years.indexOf(from)] ?? 0n) > BigInt(pence))
      .map(({ from }) => id.yearBudget(from)),
  ]
}
