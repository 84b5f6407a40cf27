import { fine, laidOut } from '../bar-rules'
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
