import { seededRandom } from '@/lib/testing/seeded-random'

/** What a bench or a hostile day draws by chance, the same for the same seed. */
export type Random = {
  /** 0 ≤ n < 1 */
  next: () => number
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number
  /** Early ones far more often than late ones. */
  skewed: <T>(from: readonly T[]) => T
  pick: <T>(from: readonly T[]) => T
  /** Distinct ones, at most as many as there are. */
  some: <T>(from: readonly T[], howMany: number) => T[]
}

export function randomFrom(seed: number): Random {
  const next = seededRandom(seed)
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)]!
  return {
    next,
    pick,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    skewed: (from) => from[Math.floor(next() ** 2 * from.length)]!,
    some: (from, howMany) => {
      const left = [...from]
      return Array.from(
        { length: Math.min(howMany, left.length) },
        () => left.splice(Math.floor(next() * left.length), 1)[0]!,
      )
    },
  }
}
