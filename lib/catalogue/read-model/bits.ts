/** A set of small whole numbers, 32 to a word. */
export type Bits = Uint32Array

export const emptyBits = (size: number): Bits => new Uint32Array(Math.ceil(size / 32))

export function addBit(bits: Bits, at: number): void {
  bits[at >>> 5]! |= 1 << (at & 31)
}

export const hasBit = (bits: Bits, at: number): boolean => (bits[at >>> 5]! & (1 << (at & 31))) !== 0

export const both = (a: Bits, b: Bits): Bits => a.map((word, i) => word & b[i]!)
export const either = (a: Bits, b: Bits): Bits => a.map((word, i) => word | b[i]!)
export const without = (a: Bits, b: Bits): Bits => a.map((word, i) => word & ~b[i]!)

export function countBits(bits: Bits): number {
  let count = 0
  for (const word of bits) count += ones(word)
  return count
}

/** How many are in both, without making the set. */
export function countBoth(a: Bits, b: Bits): number {
  let count = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== 0) count += ones(a[i]! & b[i]!)
  return count
}

/** The numbers of a set, from the smallest. */
export function* members(bits: Bits): Generator<number> {
  for (let i = 0; i < bits.length; i++)
    for (let word = bits[i]!; word !== 0; word &= word - 1) yield i * 32 + 31 - Math.clz32(word & -word)
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
