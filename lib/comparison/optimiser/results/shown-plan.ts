import type { Plan } from '../choice'
import { fulfilledWishes } from '../model/check-plan'
import { type Market, modulesBySite } from '../model/market'
import type { Weighed } from '../solve/preference'

/** A weighed plan as it is stored and shown: only whole figures (EX-2). */
export function shownPlan(market: Market, { picks, cost, worth, suppliers }: Weighed): Plan {
  const bySite = modulesBySite(market, picks)
  const taken = new Set(bySite.flat())
  const idOf = (m: number) => market.modules[m]!.id
  const isRun = market.modules.map(({ today }) => today.some(Boolean))
  const modules = market.modules.flatMap(({ id }, m) => (taken.has(m) ? [id] : []))
  return {
    modules,
    ...(market.sites.length > 1
      ? { byPractice: market.sites.map(({ id }, s) => ({ practiceId: id, modules: bySite[s]!.map(idOf) })) }
      : {}),
    costPence: cost.pence.toString(),
    parts: cost.parts,
    years: market.years.map((from, i) => ({ from, pence: cost.years[i]!.toString() })),
    worth,
    fulfilled: fulfilledWishes(market, picks).map((wish) => market.wishes[wish]!.id),
    suppliers,
    added: market.modules.flatMap(({ id }, m) => (taken.has(m) && !isRun[m] ? [id] : [])),
    left: [
      ...market.modules.flatMap(({ id }, m) => (!taken.has(m) && isRun[m] ? [id] : [])),
      ...market.alwaysOwed.map(({ moduleId }) => moduleId),
    ].filter((id, i, all) => all.indexOf(id) === i),
  }
}
