/** One line of the bench. `ratio` is value / baselineValue: below 1 means less than the baseline. */
export type Figure = {
  name: string
  value: number
  unit: string
  baseline: string
  baselineValue: number
  ratio: number
  n: number
  /** The highest ratio that is good enough, where one is set, and whether it is. */
  goal?: number
  met?: boolean
}

export function figure(
  name: string,
  value: number,
  unit: string,
  { baseline, baselineValue, n, goal }: { baseline: string; baselineValue: number; n: number; goal?: number },
): Figure {
  return {
    name,
    value: round(value),
    unit,
    baseline,
    baselineValue: round(baselineValue),
    ratio: round(value / baselineValue),
    n,
    ...(goal === undefined ? {} : { goal, met: value / baselineValue <= goal }),
  }
}

const mostGrowth = 3

/** How much longer the same takes with ten times as many modules: `list-api-50000.p50` beside `list-api.p50`. */
export function growthOf(figures: Figure[]): Figure[] {
  return figures.flatMap(({ name, value, unit, n }) => {
    const [, bench, what] = /^(.+)-50000\.(p50|cpu)$/.exec(name) ?? []
    const small = figures.find((other) => other.name === `${bench}.${what}`)
    if (!small) return []
    const baseline = {
      baseline: 'the same with a tenth of the modules',
      baselineValue: small.value,
      n,
      goal: mostGrowth,
    }
    return [figure(`${bench}.growth-${what}`, value, unit, baseline)]
  })
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const round = (value: number) => Number(value.toPrecision(4))
