import { roundHalfUp } from '@/lib/platform/money'
import { newModuleCost } from '../cost/new-module-rules'
import { inYears, total } from '../cost/plan-cost'
import { keptCost, leavingCost } from '../cost/today-cost-rules'
import { type Charge, financialYears } from '../cost/year-rules'
import { type Market, type MarketModule, newTakers } from '../model/market'
import type { Quarter } from './quarters'

/** By module of the market: in which quarters it runs. */
export type Timeline = boolean[][]
export type TimelineCost = { pence: bigint; years: bigint[] }

/** A market whose years reach as far as any charge of a timeline may. */
export function withLongYears(market: Market, quarters: Quarter[]): Market {
  const all = market.modules.flatMap((module) => leavingAt(market, module, quarters).flat())
  const owed = market.alwaysOwed.flatMap(({ leaving }) => leaving.charges)
  const last = [...all, ...owed].reduce((latest, { to }) => (to > latest ? to : latest), market.end)
  return { ...market, years: financialYears(market.start, last) }
}

/**
 * What a module of today costs the practices that run it, by the quarter before which it is left; the last figure where it is
 * never left (COST-2, COST-3). What is owed to the end of a contract is in every one of them, so keeping it so long costs nothing more.
 */
export function leavingAt(market: Market, module: MarketModule, quarters: Quarter[]): Charge[][] {
  const { asOf, term } = market.choice
  return [...quarters.map(({ from }) => from), undefined].map((day) =>
    module.today.flatMap((at, practice) => {
      if (!at) return []
      const { patients } = market.practices[practice]!
      if (day === undefined) return at.kept?.charges ?? []
      const before = quarters.findLast(({ to }) => to < day)?.to
      const run = before && keptCost(at.facts, module.lines, patients, market.start, before)
      return [
        ...(run ? run.charges : []),
        ...leavingCost(at.facts, module.lines, patients, asOf, day, term.overlapDays).charges,
      ]
    }),
  )
}

/** Charges of a module for the practices that take it anew, run from one quarter to another. */
export function newRun(market: Market, module: MarketModule, from: Quarter, to: Quarter) {
  const patients = newTakers(market, module, [0]).map((practice) => market.practices[practice]!.patients)
  return newModuleCost(module.lines, patients, from.from, to.to)
}

/** The cost of a timeline in whole pence: each run of a module is a line, rounded once. */
export function timelineCost(market: Market, quarters: Quarter[], timeline: Timeline): TimelineCost {
  const modules = market.modules.flatMap((module, m) => {
    const runs = runsOf(timeline[m]!).flatMap(([a, b]) => newRun(market, module, quarters[a]!, quarters[b]!))
    const left = timeline[m]!.indexOf(false)
    return [...runs, ...leavingAt(market, module, quarters)[left === -1 ? quarters.length : left]!]
  })
  const own = market.suppliers.flatMap((_, supplier) => {
    const used = quarters.filter((_, q) => market.modules.some((m, i) => m.supplier === supplier && timeline[i]![q]))
    const months = used.reduce((sum, quarter) => sum + quarter.months, 0)
    const pence = roundHalfUp(BigInt(market.choice.limits.ownCostPence) * BigInt(months), 12n)
    return used.length === 0 ? [] : [{ pence, from: used[0]!.from, to: used.at(-1)!.to }]
  })
  const charges = [...modules, ...own, ...market.alwaysOwed.flatMap(({ leaving }) => leaving.charges)]
  return { pence: total(charges), years: inYears(market, charges) }
}

/** First and last quarter of each unbroken run. */
export function runsOf(quarters: boolean[]): [number, number][] {
  const runs: [number, number][] = []
  for (const [q, isRun] of quarters.entries()) {
    if (!isRun) continue
    const last = runs.at(-1)
    if (last && last[1] === q - 1) last[1] = q
    else runs.push([q, q])
  }
  return runs
}
