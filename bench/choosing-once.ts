import { buildModel } from '@/lib/comparison/optimiser/model/build-model'
import { readChoice } from '@/lib/comparison/optimiser/model/read-choice'
import { differentPlans } from '@/lib/comparison/optimiser/results/different-plans'
import { frontierFrom } from '@/lib/comparison/optimiser/results/frontier'
import { greedyPlan } from '@/lib/comparison/optimiser/results/greedy'
import { findBest, type Search } from '@/lib/comparison/optimiser/solve/find-best'
import { loadSolver } from '@/lib/comparison/optimiser/solve/solver'
import { syntheticChoice } from '@/lib/testing/markets'

/** What one synthetic market took: milliseconds of processor time; costs in pence; null where there is no plan. */
export type Taken = {
  rows: number
  columns: number
  first: number
  exact: number
  five: number | null
  frontier: number | null
  points: number | null
  greedy: number
  cost: number | null
  greedyCost: number | null
  isProven: boolean
}

/** `choosing-once <modules> <instances> <five plans: 0 or 1> <frontier: 0 or 1>`: one JSON line a market on standard output. */
const [modules, instances, five, frontier] = process.argv.slice(2).map(Number) as [number, number, number, number]
const highs = await loadSolver()
for (let seed = 1; seed <= instances; seed++) console.log(JSON.stringify(take(seed)))

function take(seed: number): Taken {
  const choice = syntheticChoice({ modules, seed, needs: modules <= 60 ? 20 : 30 })
  const market = readChoice(choice)
  const program = buildModel(market)
  const search: Search = { highs, market, program, allowance: { secondsLeft: 120 } }
  const first = timed(() => findBest({ ...search, doubtWindow: 'off' }))
  const exact = timed(() => findBest(search))
  const { best } = exact.value
  const greedy = timed(() => greedyPlan(market))
  const others = best && five ? timed(() => differentPlans(search, best)) : undefined
  const curve = best && frontier ? timed(() => frontierFrom(search, exact.value, 2)) : undefined
  return {
    rows: program.rows.length,
    columns: program.columns.length,
    first: first.ms,
    exact: exact.ms,
    five: others ? exact.ms + others.ms : null,
    frontier: curve?.ms ?? null,
    points: curve?.value.points.length ?? null,
    greedy: greedy.ms,
    cost: best ? Number(best.cost.pence) : null,
    greedyCost: greedy.value ? Number(greedy.value.cost.pence) : null,
    isProven: exact.value.isProven,
  }
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return { value, ms: (user + system) / 1_000 }
}
