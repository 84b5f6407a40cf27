import type { Outcome } from '../choice'
import { buildModel, faultOf } from '../model/build-model'
import { checkPlan } from '../model/check-plan'
import { readChoice } from '../model/read-choice'
import { type Cut, closeWindow } from '../solve/close-window'
import type { Search } from '../solve/find-best'
import { openSolver } from '../solve/solver'
import { quartersOf } from './quarters'
import { runsOf, type Timeline, type TimelineCost, timelineCost, withLongYears } from './timeline-cost'
import { type Places, whenProgram } from './when-program'

type Weighed = { timeline: Timeline; cost: TimelineCost; starts: number }

/**
 * When to start and to leave each module, quarter by quarter (MOD-6), all practices alike; null where the time did not do or
 * there is no way. Quarters count from 0. A timeline is checked and priced in whole pence like a plan; of equal cost, fewer starts.
 */
export function whenToSwitch(search: Search, wanted: number): Pick<Outcome, 'when' | 'whenCostPence'> {
  const { choice } = search.market
  const alike = readChoice({ ...choice, limits: { ...choice.limits, mayDiffer: false } })
  const quarters = quartersOf(alike, wanted)
  const market = withLongYears(alike, quarters)
  const { program, places } = whenProgram(market, buildModel(alike), quarters)
  if (faultOf({ ...market, modules: [] }, program)) return { when: null }
  const solver = openSolver(search.highs, program, search.allowance, search.watch)
  try {
    const { best, isProven } = closeWindow<Weighed>({
      solver,
      program,
      // Each quarter of a line is rounded in the solver's rows, the whole line once in the figure.
      room: 0.005 * quarters.length * Math.min(100, market.modules.length),
      propose: (values) => {
        const timeline = places.map((at) => at.map((x) => x !== undefined && values[x]! > 0.5))
        const cost = timelineCost(market, quarters, timeline)
        const starts = timeline.reduce((sum, at) => sum + runsOf(at).length, 0)
        const cut = forbid(places, timeline)
        return { weighed: isAllowed(timeline, cost) ? { timeline, cost, starts } : undefined, cut }
      },
      prefer: (a, b) => (a.cost.pence === b.cost.pence ? a.starts - b.starts : a.cost.pence < b.cost.pence ? -1 : 1),
      penceOf: ({ cost }) => cost.pence,
    })
    if (!best || !isProven) return { when: null }
    return { when: stepsOf(market.modules, best.timeline), whenCostPence: best.cost.pence.toString() }
  } finally {
    solver.close()
  }

  function isAllowed(timeline: Timeline, cost: TimelineCost): boolean {
    const { budgetPence, yearlyBudgets } = choice.limits
    if (budgetPence !== null && cost.pence > BigInt(budgetPence)) return false
    if (yearlyBudgets.some((b) => (cost.years[market.years.indexOf(b.from)] ?? 0n) > BigInt(b.pence))) return false
    return quarters.every((_quarter, q) => {
      const picks = timeline.flatMap((at, m) => (at[q] ? [m] : []))
      const isAsked = (group: string) =>
        !/^C-(BUD|BUDY|GATE)\b/.test(group) && (q === quarters.length - 1 || !group.startsWith('C-DROP'))
      return checkPlan(market, picks, isAsked, { pence: 0n, parts: [], years: [] }).length === 0
    })
  }
}

function stepsOf(modules: { id: string }[], timeline: Timeline): NonNullable<Outcome['when']> {
  return modules
    .flatMap(({ id }, m) =>
      runsOf(timeline[m]!).map(([from, to]) => ({
        quarter: from,
        moduleId: id,
        ...(to === timeline[m]!.length - 1 ? {} : { until: to + 1 }),
      })),
    )
    .sort((a, b) => a.quarter - b.quarter)
}

function forbid(places: Places, timeline: Timeline): Cut {
  const all = places.flatMap((at, m) => at.flatMap((x, q) => (x === undefined ? [] : [{ x, isRun: timeline[m]![q]! }])))
  return {
    lower: 1 - all.filter(({ isRun }) => isRun).length,
    entries: all.map(({ x, isRun }) => [x, isRun ? -1 : 1]),
  }
}
