/** Memory: a heap that only grows, and two growing tables a side, in blocks, so that nothing is ever copied to make room. */

/** 64 MB. */
const growthPages: i32 = 1024
let top: usize = (__heap_base + 63) & ~63

/** So many bytes of zeroes, on a boundary of 64. */
export function reserve(bytes: usize): usize {
  const at = top
  top = (top + bytes + 63) & ~63
  const pages = i32((top + 0xffff) >> 16)
  if (pages > memory.size()) {
    // In large steps: each time the memory grows, the host's collector looks at everything anew. Untouched pages cost nothing.
    const wanted = min(max(pages, memory.size() + growthPages), 65536)
    if (memory.grow(wanted - memory.size()) < 0) unreachable()
  }
  return at
}

const blocksMost: usize = 1 << 13
const recordBits: u32 = 15
const refBits: u32 = 17

/** A record is 64 bytes, a reference 16 (or two slots of 16, see `references.ts`). One table of block addresses a side. */
const recordBlocks = memory.data(2 * (1 << 13) * 4, 64)
const refBlocks = memory.data(2 * (1 << 13) * 4, 64)
const counts = memory.data(2 * 8, 16)

export function recordCount(side: u32): u32 {
  return load<u32>(counts + (side << 3))
}
export function refCount(side: u32): u32 {
  return load<u32>(counts + (side << 3), 4)
}

export function record(side: u32, at: u32): usize {
  const block = load<u32>(recordBlocks + (((side << 13) + (at >> recordBits)) << 2))
  return <usize>block + ((<usize>(at & ((1 << recordBits) - 1))) << 6)
}

export function reference(side: u32, at: u32): usize {
  const block = load<u32>(refBlocks + (((side << 13) + (at >> refBits)) << 2))
  return <usize>block + ((<usize>(at & ((1 << refBits) - 1))) << 4)
}

/** The place of one more record, zero or not. */
export function addRecord(side: u32): usize {
  const at = recordCount(side)
  if ((at & ((1 << recordBits) - 1)) == 0) {
    if (<usize>(at >> recordBits) >= blocksMost) unreachable()
    const block = recordBlocks + (((side << 13) + (at >> recordBits)) << 2)
    if (load<u32>(block) == 0) store<u32>(block, <u32>reserve(64 << recordBits))
  }
  store<u32>(counts + (side << 3), at + 1)
  return record(side, at)
}

/** One more slot for a reference. */
export function addRef(side: u32, low: u64, high: u64): void {
  const at = refCount(side)
  if ((at & ((1 << refBits) - 1)) == 0) {
    if (<usize>(at >> refBits) >= blocksMost) unreachable()
    const block = refBlocks + (((side << 13) + (at >> refBits)) << 2)
    if (load<u32>(block) == 0) store<u32>(block, <u32>reserve(16 << refBits))
  }
  store<u32>(counts + (side << 3), at + 1, 4)
  const slot = reference(side, at)
  store<u64>(slot, low)
  store<u64>(slot, high, 8)
}

/** Forgets the records of a side; their blocks are used again. */
export function clearSide(side: u32): void {
  store<u64>(counts + (side << 3), 0)
}

/** Takes back what a faulty line left. */
export function cutRefs(side: u32, to: u32): void {
  store<u32>(counts + (side << 3), to, 4)
}
