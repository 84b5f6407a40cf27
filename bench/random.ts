/** The same numbers for the same seed, on every machine (mulberry32): a bench must measure the same work twice. */
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
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
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
