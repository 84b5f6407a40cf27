import { inYears, newCostAt, total } from '../cost/plan-cost'
import type { Charge } from '../cost/year-rules'
import { type Market, type MarketModule, newTakers } from './market'
import { type Column, pounds } from './program'

/**
 * One column a module and site, in order of their ids, with what it costs to take it there: today's price where it is run,
 * less what leaving it would owe, and for one site the whole new line, whose tier is known (COST-4). What leaving every module
 * of today owes is the same for all plans: the offset.
 */
export function pickColumns(market: Market): { columns: Column[]; offset: Charge[] } {
  const columns = market.modules.flatMap((module) =>
    market.sites.map((site, s): Column => {
      const here = site.practices.map((practice) => module.today[practice])
      const kept = here.flatMap((at) => at?.kept?.charges ?? [])
      const left = here.flatMap((at) => at?.leaving.charges ?? [])
      const fresh = market.sites.length > 1 ? [] : newCostAt(market, module, newTakers(market, module, [s]))
      return {
        id: columnId(market, module, s),
        cost: pounds(total([...kept, ...fresh]) - total(left)),
        years: less(inYears(market, [...kept, ...fresh]), inYears(market, left)).map(pounds),
        upper: 1,
        isInteger: true,
      }
    }),
  )
  const owed = market.modules.flatMap((module) => module.today.flatMap((at) => at?.leaving.charges ?? []))
  return { columns, offset: [...owed, ...market.alwaysOwed.flatMap(({ leaving }) => leaving.charges)] }
}

/** `x:<module>`, with the practice where practices may differ. */
export const columnId = ({ sites }: Market, module: MarketModule, site: number): string =>
  sites.length > 1 ? `x:${module.id}@${sites[site]!.id}` : `x:${module.id}`

const less = (a: bigint[], b: bigint[]): bigint[] => a.map((pence, i) => pence - b[i]!)
