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

/** Letters of a name that fit a line of a picture 320 units wide, in the widest of the fonts. */
export const lettersALine = 34

/** A name on at most `most` lines of a picture, broken between words; what is left over ends in three dots and stands in the table. */
export function nameLines(name: string, letters = lettersALine, most = 2): string[] {
  const lines: string[] = []
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(clipped(word, letters))
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), clipped(lines.slice(most - 1).join(' '), letters)]
}

const clipped = (name: string, letters: number): string =>
  name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`
