/** One line of the bench. `ratio` is value / baselineValue: below 1 means less than the baseline. */
export type Figure = {
  name: string
  value: number
  unit: string
  baseline: string
  baselineValue: number
  ratio: number
  n: number
}

export function figure(
  name: string,
  value: number,
  unit: string,
  { baseline, baselineValue, n }: { baseline: string; baselineValue: number; n: number },
): Figure {
  return {
    name,
    value: round(value),
    unit,
    baseline,
    baselineValue: round(baselineValue),
    ratio: round(value / baselineValue),
    n,
  }
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const round = (value: number) => Number(value.toPrecision(4))
