import type { Highs } from 'highs'
import type { IsActive } from '../model/check-plan'
import type { Market, Picks } from '../model/market'
import type { Entry, Program } from '../model/program'
import { type Closed, type Cut, closeWindow, type Proposal } from './close-window'
import { forbidBeaten, forbidExactly, forbidTooDear } from './forbid'
import { prefer, type Weighed, weighChecked } from './preference'
import { type Allowance, openSolver, type Watch } from './solver'

export type Found = Closed<Weighed>

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

/** The cheapest set of modules that keeps every rule, by whole pence and EX-6, with proof. */
export function findBest(search: Search): Found {
  const { highs, market, program, allowance, watch, firstWillDo, doubtWindow } = search
  const solver = openSolver(highs, program, allowance, watch)
  try {
    for (const { lower, upper, entries } of search.more ?? []) solver.addRow(lower, upper, entries)
    return closeWindow({
      solver,
      program,
      propose: (values) => propose(search, market, values),
      prefer,
      penceOf: ({ cost }) => cost.pence,
      firstWillDo,
      doubtWindow,
    })
  } finally {
    solver.close()
  }
}

/** Rounds a solution to a set of modules and weighs it; what may not come again (EX-4). */
function propose(search: Search, market: Market, values: Float64Array): Proposal<Weighed> {
  const count = market.modules.length * market.sites.length
  const picks: Picks = []
  for (let pick = 0; pick < count; pick++) if (values[pick]! > 0.5) picks.push(pick)
  const weighed = weighChecked(market, picks, search.isActive)
  if (weighed.broken.length === 0) return { weighed, cut: forbidBeaten(market, picks) }
  return { weighed: undefined, cut: forbidBroken(market, picks, weighed.broken) }
}

const forbidBroken = (market: Market, picks: Picks, broken: string[]): Cut =>
  broken.every((group) => group.startsWith('C-BUD')) ? forbidTooDear(market, picks) : forbidExactly(market, picks)
