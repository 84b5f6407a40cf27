/**
 * Numbers in [0, 1) that follow from a seed, the same on every machine (mulberry32), so that a run that fails can be run again
 * and a bench measures the same work twice. The conformance suite has one of its own: it imports nothing of this house.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
