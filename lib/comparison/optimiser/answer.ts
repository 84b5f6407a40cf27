import type { Choice, Outcome, Question } from './choice'
import { findConflict } from './conflict/find-conflict'
import { buildModel, faultOf, modelSha256 } from './model/build-model'
import { readChoice } from './model/read-choice'
import { asToday } from './results/as-today'
import { differentPlans } from './results/different-plans'
import { frontierFrom } from './results/frontier'
import { greedyPlan } from './results/greedy'
import { notConsidered } from './results/not-considered'
import { shownPlan } from './results/shown-plan'
import { whenToSwitch } from './results/when-to-switch'
import { whyNot } from './results/why-not'
import { type Found, findBest, type Search } from './solve/find-best'
import { loadSolver, type Progress, solverName, solverOptions, type Watch } from './solve/solver'

export type AnswerOptions = Watch & {
  /** Seconds of solving that the whole answer may take (RUN-2). */
  limitSeconds: number
  /** Rules that the person changed last, by their ids (INF-3). */
  lastChanged?: string[]
}
export type { Progress }

/** Why a choice cannot be solved, in words; undefined where it can (MOD-5, EX-1). It needs no solver: commands ask before a run. */
export function refuseChoice(choice: Choice): string | undefined {
  const market = readChoice(choice)
  return faultOf(market, buildModel(market))
}

/**
 * The best combination, with proof, or why there is none (design "Choosing"). Blocks its thread while it solves: run it in one
 * of its own. @throws where the choice is one that `refuseChoice` refuses, or the solver itself fails.
 */
export async function answer(choice: Choice, question: Question, options: AnswerOptions): Promise<Outcome> {
  const { limitSeconds, lastChanged, ...watch } = options
  const market = readChoice(choice)
  const program = buildModel(market)
  const fault = faultOf(market, program)
  if (fault) throw new RangeError(fault)
  const highs = await loadSolver()
  const search: Search = { highs, market, program, allowance: { secondsLeft: limitSeconds }, watch }
  const found = findBest(search)
  const left = notConsidered(market)
  const greedy = greedyPlan(market)
  return {
    status: statusOf(found),
    modulesConsidered: choice.candidates.length - left.length,
    notConsidered: left,
    plan: found.best ? shownPlan(market, found.best) : null,
    boundPence: found.boundPence?.toString() ?? null,
    setsInWindow: found.inWindow,
    ...resultsOf(search, found, question),
    greedy: greedy ? shownPlan(market, greedy) : null,
    asToday: asToday(market),
    conflict: statusOf(found) === 'infeasible' ? findConflict(search, lastChanged) : null,
    model: { rows: program.rows.length, columns: program.columns.length, sha256: modelSha256(program) },
    solver: { ...solverName(highs), limitSeconds, ...solverOptions },
  }
}

type Asked = Pick<Outcome, 'others' | 'frontier' | 'whyNot' | 'when' | 'whenCostPence'>

/** What the question asked for beside the best plan; nothing of it where there is no plan. */
function resultsOf(search: Search, found: Found, question: Question): Asked {
  const { market } = search
  const none = { others: [], frontier: null, whyNot: null, when: null }
  if (!found.best) return none
  if (question.kind === 'best')
    return { ...none, others: differentPlans(search, found.best).map((plan) => shownPlan(market, plan)) }
  if (question.kind === 'why-not') return { ...none, whyNot: whyNot(search, question.moduleId) }
  if (question.kind === 'when') return { ...none, ...whenToSwitch(search, question.quarters) }
  const { points, isComplete } = frontierFrom(search, found, question.stepPercent)
  return { ...none, frontier: { points: points.map((point) => shownPlan(market, point)), isComplete } }
}

function statusOf({ best, isProven }: Found): Outcome['status'] {
  if (best) return isProven ? 'optimal' : 'best-so-far'
  return isProven ? 'infeasible' : 'undecided'
}
