import { type Usage, usageOf } from './child-usage'
import type { Taken } from './choosing-once'
import { type Figure, figure } from './figure'

/** Goals of choosing.md §9 for 90 of 100 markets: milliseconds of processor time. */
const sizes = [
  { modules: 60, instances: 30, quick: 4, first: 200, exact: 500, five: undefined, frontier: true },
  { modules: 200, instances: 30, quick: 2, first: 1_000, exact: 2_000, five: 5_000, frontier: false },
  { modules: 1_000, instances: 3, quick: 0, first: 6_000, exact: 15_000, five: undefined, frontier: false },
]
const mostMb = 400

/**
 * The optimiser on synthetic markets: first solve, exact to the penny, five plans, the frontier; each against its goal. The
 * baseline of the cost is the step-by-step buyer (greedy); of the time there is none that proves anything, so it is the goal.
 */
export async function measureChoosing(isQuick: boolean): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes) {
    const instances = isQuick ? size.quick : size.instances
    if (instances === 0) continue
    console.error(`${size.modules} modules, ${instances} markets`)
    const usage = await usageOf([
      process.execPath,
      '--conditions=react-server',
      '--import',
      'tsx',
      'bench/choosing-once.ts',
      ...[size.modules, instances, size.five ? 1 : 0, size.frontier && !isQuick ? 1 : 0].map(String),
    ])
    figures.push(...figuresOf(size, usage))
  }
  return figures
}

function figuresOf({ modules, first, exact, five }: (typeof sizes)[number], { out, peakMb }: Usage): Figure[] {
  const taken = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Taken)
  const n = taken.length
  const name = `choosing-${modules}`
  const times = (what: 'first' | 'exact' | 'five' | 'frontier', words: string, goal?: number): Figure[] => {
    const ms = taken.flatMap((t) => t[what] ?? [])
    if (ms.length === 0) return []
    const against = (share: number) =>
      figure(`${name}.${what}-p${share * 100}`, rank(ms, share), `CPU ms, ${words}`, {
        baseline: goal ? 'goal' : 'greedy, CPU ms',
        baselineValue:
          goal ??
          rank(
            taken.map((t) => t.greedy),
            share,
          ),
        n: ms.length,
        goal: goal && share === 0.9 ? 1 : undefined,
      })
    return [against(0.5), against(0.9), against(1)]
  }
  const both = taken.filter((t) => t.cost !== null && t.greedyCost !== null)
  const mean = (of: (t: Taken) => number) => both.reduce((sum, t) => sum + of(t), 0) / Math.max(1, both.length)
  return [
    ...times('first', 'one solve', first),
    ...times('exact', 'doubt window closed', exact),
    ...times('five', 'five plans', five),
    ...times('frontier', 'frontier in steps of 2 %'),
    figure(
      `${name}.cost`,
      mean((t) => t.cost! / 100),
      'pounds, mean of the optimum where greedy finds a plan',
      {
        baseline: `greedy, a plan in ${both.length} of ${taken.filter((t) => t.cost !== null).length}`,
        baselineValue: mean((t) => t.greedyCost! / 100),
        n: both.length,
      },
    ),
    figure(`${name}.proven`, taken.filter((t) => t.isProven).length, 'markets with proof', {
      baseline: 'markets',
      baselineValue: n,
      n,
    }),
    figure(`${name}.peak`, peakMb, `MB resident; ${taken[0]!.rows} rows × ${taken[0]!.columns} columns`, {
      baseline: 'limit',
      baselineValue: mostMb,
      n,
      goal: 1,
    }),
  ]
}

function rank(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
}
