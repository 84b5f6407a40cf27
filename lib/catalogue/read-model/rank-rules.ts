import type { TextQuery } from './text-query-rules'

/**
 * `ts_rank` of PostgreSQL with its usual weights, step by step in single precision, so that even ties fall alike.
 * A position holds its place in the lower 14 bits and its weight (D 0 to A 3) in the upper two, as a `tsvector` does.
 */
const { fround, sqrt, exp } = Math
const weights = [0.1, 0.2, 0.4, 1].map(fround)
const zetaOfTwo = 1.64493406685
const nearly = Array.from({ length: 101 }, (_, w) => fround(1 / (1.005 + 0.05 * exp(fround(w) / 1.5 - 2))))

export const placeOf = (position: number): number => position & 0x3fff
const weightOf = (position: number): number => weights[position >> 14]!
const nearness = (distance: number): number => (distance > 100 ? fround(1e-30) : nearly[distance]!)

/** @param positions of each distinct word of the search, in the order of their bytes; undefined where a word is absent */
export function rankOf(query: TextQuery, positions: (readonly number[] | undefined)[]): number {
  const isTogether = query.kind === 'and' || query.kind === 'phrase'
  return isTogether && positions.length > 1 ? rankTogether(positions) : rankApart(positions)
}

/** The nearer the words stand to each other, the better. */
function rankTogether(positions: (readonly number[] | undefined)[]): number {
  let rank = -1
  for (const [i, mine] of positions.entries())
    for (const other of mine ? positions.slice(0, i) : [])
      for (const a of mine!)
        for (const b of other ?? []) {
          const distance = Math.abs(placeOf(a) - placeOf(b))
          if (distance === 0) continue
          const near = fround(sqrt(fround(fround(weightOf(a) * weightOf(b)) * nearness(distance))))
          rank = rank < 0 ? near : fround(1 - (1 - rank) * (1 - near))
        }
  return rank < 0 ? fround(1e-20) : rank
}

/** The heaviest place of each word counts most, every further one less. */
function rankApart(positions: (readonly number[] | undefined)[]): number {
  let rank = 0
  for (const mine of positions) {
    if (!mine) continue
    let [sum, heaviest, at] = [0, -1, 0]
    for (const [j, position] of mine.entries()) {
      const weight = weightOf(position)
      sum = fround(sum + fround(weight / ((j + 1) * (j + 1))))
      if (weight > heaviest) [heaviest, at] = [weight, j]
    }
    const best = fround(fround(heaviest + sum) - fround(heaviest / ((at + 1) * (at + 1))))
    rank = fround(rank + best / zetaOfTwo)
  }
  return fround(rank / positions.length)
}
