import { shareByLargestRemainder } from '@/lib/platform/money'

/** Bars are drawn in hundredths of a unit, so that their parts fill them exactly. */
export const fine = 100

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
