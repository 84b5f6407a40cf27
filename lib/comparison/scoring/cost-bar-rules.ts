import { shareByLargestRemainder } from '@/lib/platform/money'
import type { WholeLife } from './absolute'
import { wholeLifePence } from './absolute-rules'

export type CostKind = keyof WholeLife
export const costKindWords: Record<CostKind, string> = {
  licence: 'Licence',
  oneOff: 'One-off',
  leaving: 'Leaving the present system',
  overlap: 'Both systems side by side',
}
export type CostBar = { pence: bigint; segments: { kind: CostKind; pence: bigint; x: number; width: number }[] }
/** A bar is drawn in hundredths of a unit, so that its parts fill it exactly. */
const fine = 100

/** Each cost as a bar against the greatest, its parts beside one another: the parts sum to the cost and fill the bar. */
export function costBars(options: { cost: WholeLife }[], width: number): CostBar[] {
  const most = options.map(({ cost }) => wholeLifePence(cost)).reduce((a, b) => (b > a ? b : a), 1n)
  return options.map(({ cost }) => {
    const pence = wholeLifePence(cost)
    const parts = (Object.keys(costKindWords) as CostKind[]).flatMap((kind) => {
      const part = cost[kind]
      return part === null || part <= 0n ? [] : [{ kind, pence: part }]
    })
    return { pence, segments: laidOut(parts, Number((BigInt(width * fine) * pence) / most)) }
  })
}

/** Parts side by side from the left, `whole` hundredths of a unit long together. */
export function laidOut<P extends { pence: bigint }>(parts: P[], whole: number): (P & { x: number; width: number })[] {
  const widths = shareByLargestRemainder(
    BigInt(whole),
    parts.map(({ pence }) => pence),
  ).map(Number)
  return parts.map((part, i) => ({
    ...part,
    x: widths.slice(0, i).reduce((sum, w) => sum + w, 0) / fine,
    width: widths[i]! / fine,
  }))
}

/** A name that fits a line of a picture; it stands in full in the table beside it. */
export const clipped = (name: string, letters: number): string =>
  name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`
