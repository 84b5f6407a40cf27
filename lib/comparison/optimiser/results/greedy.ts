import { newCostAt, total } from '../cost/plan-cost'
import { checkPlan, openNeeds } from '../model/check-plan'
import { type Market, type MarketModule, modulesBySite, newTakers, type Picks } from '../model/market'
import { pounds } from '../model/program'
import { prefer, type Weighed, weigh } from '../solve/preference'

/**
 * The way of a careful buyer without a solver (RES-6): for each principal system, the least cost per need that is still open,
 * then per point of worth up to the floor; what proves redundant is dropped; the best of these. Undefined where none keeps every rule.
 */
export function greedyPlan(market: Market): Weighed | undefined {
  const plans = market.modules.flatMap((module, m) => {
    if (!module.candidate.isRecordSystem) return []
    const picks = planAround(market, m)
    if (!picks) return []
    const lean = withoutRedundant(market, picks)
    return checkPlan(market, lean).length === 0 ? [weigh(market, lean)] : []
  })
  return plans.sort(prefer)[0]
}

function planAround(market: Market, record: number): Picks | undefined {
  const picks = new Set<number>()
  for (const s of market.sites.keys()) {
    const kept = market.modules.flatMap(({ today }, m) =>
      market.sites[s]!.practices.some((p) => today[p]?.facts.keep === 'must') ? [m] : [],
    )
    for (const m of [record, ...kept]) if (!addWithRequired(market, picks, m, s)) return undefined
    if (!fill(market, picks, s)) return undefined
  }
  return [...picks].sort((a, b) => a - b)
}

/** Adds the cheapest per open need until none is open, then per missing point of worth. */
function fill(market: Market, picks: Set<number>, s: number): boolean {
  const sites = market.sites.length
  for (;;) {
    const here = modulesBySite(market, [...picks])[s]!
    const open = new Set(openNeeds(market, here))
    const fulfilled = new Set(here.flatMap((m) => market.modules[m]!.fulfils))
    const lacksWorth = worthAt(market, fulfilled) < market.floorWorth
    if (open.size === 0 && !lacksWorth) return true
    const gainOf = (module: MarketModule) =>
      open.size > 0
        ? module.meets.filter((need) => open.has(need)).length
        : module.fulfils.reduce((sum, w) => sum + (fulfilled.has(w) ? 0 : market.wishes[w]!.worth), 0)
    const ranked = market.modules
      .map((module, m) => ({ m, gain: picks.has(m * sites + s) ? 0 : gainOf(module) }))
      .filter(({ gain }) => gain > 0)
      .map(({ m, gain }) => ({ m, rate: soloCost(market, m, s) / gain }))
      .sort((a, b) => a.rate - b.rate || a.m - b.m)
    if (!ranked.some(({ m }) => addWithRequired(market, picks, m, s))) return false
  }
}

/** Adds a module and what it requires, the cheapest that fits; leaves `picks` alone and answers false where it does not fit. */
function addWithRequired(market: Market, picks: Set<number>, m: number, s: number, depth = 0): boolean {
  const pick = m * market.sites.length + s
  if (picks.has(pick)) return true
  if (depth > 8 || !fits(market, picks, m, s)) return false
  const added = new Set([...picks, pick])
  for (const { oneOf } of market.modules[m]!.candidate.requires) {
    const targets = market.modules
      .flatMap(({ id }, b) => (oneOf.includes(id) ? [b] : []))
      .sort((a, b) => soloCost(market, a, s) - soloCost(market, b, s) || a - b)
    if (targets.some((b) => added.has(b * market.sites.length + s))) continue
    if (!targets.some((b) => addWithRequired(market, added, b, s, depth + 1))) return false
  }
  for (const one of added) picks.add(one)
  return true
}

function fits(market: Market, picks: Set<number>, m: number, s: number): boolean {
  const module = market.modules[m]!
  const { candidate } = module
  if (module.gates[s] || module.avoided.length > 0) return false
  if (market.sites[s]!.practices.some((p) => module.today[p]?.facts.keep === 'must-not')) return false
  return modulesBySite(market, [...picks])[s]!.every((b) => {
    const other = market.modules[b]!.candidate
    if (candidate.conflicts.includes(other.moduleId) || other.conflicts.includes(candidate.moduleId)) return false
    if (candidate.isRecordSystem && other.isRecordSystem) return false
    return isPaired(candidate, other) && isPaired(other, candidate)
  })
}

const isPaired = (module: MarketModule['candidate'], beside: MarketModule['candidate']): boolean =>
  !beside.isRecordSystem || module.pairedWith === null || module.pairedWith.includes(beside.moduleId)

/** Dearest first: out with what no rule needs and what only costs. */
function withoutRedundant(market: Market, picks: Picks): Picks {
  const sites = market.sites.length
  const byCost = [...picks].sort(
    (a, b) =>
      soloCost(market, Math.floor(b / sites), b % sites) - soloCost(market, Math.floor(a / sites), a % sites) || a - b,
  )
  let lean = weigh(market, picks)
  for (const pick of byCost) {
    const less = lean.picks.filter((other) => other !== pick)
    if (brokenBut(market, less) > brokenBut(market, lean.picks)) continue
    const weighed = weigh(market, less)
    if (prefer(weighed, lean) < 0) lean = weighed
  }
  return lean.picks
}

/** How many rules a set breaks, budgets apart: what is dropped is looked at for its cost by itself. */
const brokenBut = (market: Market, picks: Picks): number =>
  checkPlan(market, picks, (group) => !group.startsWith('C-BUD'), { pence: 0n, parts: [], years: [] }).length

function soloCost(market: Market, m: number, s: number): number {
  const module = market.modules[m]!
  const fresh = newCostAt(market, module, newTakers(market, module, [s]))
  const here = market.sites[s]!.practices.map((practice) => module.today[practice])
  const kept = here.flatMap((at) => at?.kept?.charges ?? [])
  const left = here.flatMap((at) => at?.leaving.charges ?? [])
  return pounds(total([...fresh, ...kept]) - total(left))
}

const worthAt = (market: Market, fulfilled: Set<number>): number =>
  [...fulfilled].reduce((sum, w) => sum + market.wishes[w]!.worth, 0)
