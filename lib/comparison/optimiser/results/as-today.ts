import type { Outcome } from '../choice'
import { openNeeds } from '../model/check-plan'
import type { Market } from '../model/market'
import { modulesBySite } from '../model/market'
import { readChoice } from '../model/read-choice'
import { weigh } from '../solve/preference'
import { shownPlan } from './shown-plan'

/** What is run today, kept as it is: its cost over the term and the needs that it leaves open (RES-7). Null where nothing is run. */
export function asToday({ choice }: Market): Outcome['asToday'] {
  if (choice.today.length === 0) return null
  // Practices may run different modules today, whatever the plan may do.
  const market = readChoice({ ...choice, limits: { ...choice.limits, mayDiffer: true } })
  const picks = market.modules.flatMap(({ today }, m) =>
    market.sites.flatMap(({ practices }, s) =>
      practices.some((practice) => today[practice]?.kept) ? [m * market.sites.length + s] : [],
    ),
  )
  const open = modulesBySite(market, picks).map((modules) => new Set(openNeeds(market, modules)))
  const missing = market.needs.flatMap(({ words }, need) => {
    const without = market.sites.filter((_, s) => open[s]!.has(need))
    if (without.length === market.sites.length) return [words]
    return without.map(({ name }) => `${words} at ${name}`)
  })
  return { plan: shownPlan(market, weigh(market, picks)), missing }
}
