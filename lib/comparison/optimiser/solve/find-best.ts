import type { Highs } from 'highs'
import type { IsActive } from '../model/check-plan'
import type { Market, Picks } from '../model/market'
import type { Entry, Program } from '../model/program'
import { pounds } from '../model/program'
import { type Cut, forbidBeaten, forbidExactly, forbidTooDear } from './forbid'
import { prefer, type Weighed, weighChecked } from './preference'
import { type Allowance, openSolver, type Solver, type Watch } from './solver'

/** What a search for the best plan came to. `isProven`: the doubt window is closed, or it is proven that there is no plan. */
export type Found = {
  best: Weighed | undefined
  isProven: boolean
  /** No plan costs less; pence, undefined where the solver got nowhere. */
  boundPence: bigint | undefined
  /** Plans inside the doubt window that were weighed (EX-3). */
  inWindow: number
}

export type Search = {
  highs: Highs
  market: Market
  program: Program
  allowance: Allowance
  watch?: Watch
  /** Further rows of a question: another plan, a forced module, a higher floor. */
  more?: { lower: number; upper: number; entries: Entry[] }[]
  /** Leaves rules out of the check: for programs from which their rows were taken. */
  isActive?: IsActive
  /** Only a test sets it, to show that the window is needed. */
  doubtWindow?: 'off'
  /** Ends at the first plan that keeps every rule: whether there is one. */
  firstWillDo?: boolean
}

const mostSets = 50

/**
 * The best plan, to the penny. The solver proposes; each proposal is checked and priced in whole numbers, then forbidden, until
 * no other can cost less than the best plus the doubt window (EX-2 to EX-5). Rows and integers decide, never a double.
 */
export function findBest(search: Search): Found {
  const { highs, market, program, allowance, watch } = search
  const solver = openSolver(highs, program, allowance, watch)
  try {
    for (const { lower, upper, entries } of search.more ?? []) solver.addRow(lower, upper, entries)
    return closeWindow(search, solver, market)
  } finally {
    solver.close()
  }
}

function closeWindow(search: Search, solver: Solver, market: Market): Found {
  const { program } = search
  let best: Weighed | undefined
  let bound = -Infinity
  let ceiling: number | undefined
  let inWindow = 0
  const ended = (isProven: boolean): Found => ({ best, isProven, boundPence: boundOf(bound, best, isProven), inWindow })
  for (let sets = 0; sets < mostSets + 1; sets++) {
    const solved = solver.solve()
    bound = Math.max(bound, Math.min(solved.bound, limitOf(best)))
    if (solved.status === 'infeasible') return ended(true)
    if (!solved.values) return ended(false)
    const { picks, cut, weighed } = propose(search, market, solved.values)
    if (weighed && (!best || prefer(weighed, best) < 0)) best = weighed
    if (solved.status === 'stopped') return ended(false)
    if (best && search.firstWillDo) return ended(true)
    if (best && solved.bound >= limitOf(best)) return ended(true)
    if (weighed) inWindow++
    if (best && search.doubtWindow === 'off') return ended(true)
    if (picks.length === 0 && cut.entries.length === 0) return ended(true)
    solver.addRow(cut.lower, Infinity, cut.entries)
    if (best) ceiling = keepBelow(solver, program, limitOf(best), ceiling)
  }
  return ended(false)
}

/** Rounds a solution to a set of modules and weighs it; what may not come again (EX-4). */
function propose(search: Search, market: Market, values: Float64Array) {
  const count = market.modules.length * market.sites.length
  const picks: Picks = []
  for (let pick = 0; pick < count; pick++) if (values[pick]! > 0.5) picks.push(pick)
  const weighed = weighChecked(market, picks, search.isActive)
  if (weighed.broken.length === 0) return { picks, weighed, cut: forbidBeaten(market, picks) }
  return { picks, weighed: undefined, cut: forbidBroken(market, picks, weighed.broken) }
}

const forbidBroken = (market: Market, picks: Picks, broken: string[]): Cut =>
  broken.every((group) => group.startsWith('C-BUD')) ? forbidTooDear(market, picks) : forbidExactly(market, picks)

/** Pounds up to which another plan may yet be the best: δ = max(£1, cost / 100,000) above it (EX-3). */
function limitOf(best: Weighed | undefined): number {
  if (!best) return Infinity
  const cost = pounds(best.cost.pence)
  return cost + Math.max(1, Math.abs(cost) * 1e-5)
}

/** One row that asks for no more than the window: dearer plans are of no interest, and need no proof of their own. */
function keepBelow(solver: Solver, program: Program, limit: number, ceiling: number | undefined): number {
  const upper = limit - program.offset
  if (ceiling === undefined)
    return solver.addRow(
      -Infinity,
      upper,
      program.columns.flatMap(({ cost }, c): Entry[] => (cost === 0 ? [] : [[c, cost]])),
    )
  solver.boundRow(ceiling, -Infinity, upper)
  return ceiling
}

function boundOf(bound: number, best: Weighed | undefined, isProven: boolean): bigint | undefined {
  if (isProven && best) return best.cost.pence
  if (!Number.isFinite(bound)) return undefined
  const pence = BigInt(Math.floor(bound * 100))
  return best && pence > best.cost.pence ? best.cost.pence : pence
}
