/** The same numbers for the same seed on every machine (a counter, scattered): a generated pair must be the same file twice. */
export type Random = {
  /** 0 ≤ n < 1 */
  next: () => number
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number
  pick: <T>(from: readonly T[]) => T
  /** True in this share of cases. */
  chance: (share: number) => boolean
}

export function randomFrom(...seeds: number[]): Random {
  let state = seeds.reduce((mixed, seed) => scatter(mixed ^ scatter(seed)), 0x9e3779b9)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    return scatter(state) / 4294967296
  }
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (from) => from[Math.floor(next() * from.length)]!,
    chance: (share) => next() < share,
  }
}

/** A mixing that no two numbers share (the last steps of MurmurHash3), so that no two patients are invented alike. */
function scatter(n: number): number {
  let t = Math.imul(n ^ (n >>> 16), 0x85ebca6b)
  t = Math.imul(t ^ (t >>> 13), 0xc2b2ae35)
  return (t ^ (t >>> 16)) >>> 0
}

/**
 * An id that looks like any system's, and is the same for the same seeds. 32 bits of chance meet within a million ids, so the
 * last group is the patient and number themselves, moved about by an odd factor: two ids of one side are never alike.
 */
export function idFrom(...seeds: number[]): string {
  const [patient = 0, n = 0] = seeds.slice(-2)
  const own = BigInt.asUintN(48, (BigInt(patient) * 0x100000n + BigInt(n)) * 0x5851f42d4c95n)
  const random = randomFrom(...seeds)
  const hex = (digits: number) => {
    let text = ''
    while (text.length < digits)
      text += Math.floor(random.next() * 0x10000)
        .toString(16)
        .padStart(4, '0')
    return text.slice(0, digits)
  }
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${own.toString(16).padStart(12, '0')}`
}
