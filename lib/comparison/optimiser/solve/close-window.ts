import type { Entry } from '../model/program'
import { type Program, pounds } from '../model/program'
import type { Solver } from './solver'

/** A row that some plans break: lower ≤ Σ entries. */
export type Cut = { lower: number; entries: Entry[] }

/** What a solution stands for in whole numbers: a plan, where it keeps every rule; and what may not come again. */
export type Proposal<T> = { weighed: T | undefined; cut: Cut }

export type Window<T> = {
  solver: Solver
  program: Pick<Program, 'columns' | 'offset'>
  propose: (values: Float64Array) => Proposal<T>
  /** Negative where the first is preferred (EX-6). */
  prefer: (a: T, b: T) => number
  penceOf: (plan: T) => bigint
  /** Pounds by which the solver's cost of a plan may differ from its whole pence, beyond the usual. */
  room?: number
  firstWillDo?: boolean
  doubtWindow?: 'off'
}

/** `isProven`: the window is closed, or it is proven that there is no plan. `boundPence`: no plan costs less; undefined where the solver got nowhere. */
export type Closed<T> = { best: T | undefined; isProven: boolean; boundPence: bigint | undefined; inWindow: number }

const mostSets = 50

/**
 * The best plan, to the penny. The solver proposes; each proposal is checked and priced in whole numbers, then forbidden, until
 * no other can cost less than the best plus the doubt window (EX-2 to EX-5). Rows and integers decide, never a double.
 */
export function closeWindow<T>(window: Window<T>): Closed<T> {
  const { solver, program, propose, prefer, penceOf } = window
  let best: T | undefined
  let bound = -Infinity
  let ceiling: number | undefined
  let inWindow = 0
  const limit = () => (best === undefined ? Infinity : limitOf(penceOf(best), window.room ?? 0))
  const ended = (isProven: boolean): Closed<T> => ({
    best,
    isProven,
    boundPence: boundOf(bound, best && penceOf(best), isProven),
    inWindow,
  })
  for (let sets = 0; sets <= mostSets; sets++) {
    const solved = solver.solve()
    bound = Math.max(bound, Math.min(solved.bound, limit()))
    if (solved.status === 'infeasible') return ended(true)
    if (!solved.values) return ended(false)
    const { weighed, cut } = propose(solved.values)
    if (weighed !== undefined && (best === undefined || prefer(weighed, best) < 0)) best = weighed
    if (solved.status === 'stopped') return ended(false)
    if (best !== undefined && (window.firstWillDo || solved.bound >= limit())) return ended(true)
    if (weighed !== undefined) inWindow++
    if (best !== undefined && window.doubtWindow === 'off') return ended(true)
    solver.addRow(cut.lower, Infinity, cut.entries)
    if (best !== undefined) ceiling = keepBelow(solver, program, limit(), ceiling)
  }
  return ended(false)
}

/** Pounds up to which another plan may yet be the best: δ = max(£1, cost / 100,000) above it (EX-3). */
function limitOf(pence: bigint, room: number): number {
  const cost = pounds(pence)
  return cost + Math.max(1, Math.abs(cost) * 1e-5) + room
}

/** One row that asks for no more than the window: dearer plans are of no interest, and need no proof of their own. */
function keepBelow(solver: Solver, program: Window<unknown>['program'], limit: number, ceiling: number | undefined) {
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

function boundOf(bound: number, best: bigint | undefined, isProven: boolean): bigint | undefined {
  if (isProven && best !== undefined) return best
  if (!Number.isFinite(bound)) return undefined
  const pence = BigInt(Math.floor(bound * 100))
  return best !== undefined && pence > best ? best : pence
}
