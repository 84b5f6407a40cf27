import { createHash } from 'node:crypto'

/** The tree of RFC 6962 §2.1: leaves are hashed with 0x00 before them, inner nodes with 0x01, so that neither passes for the other. */
export type Hash = Buffer

const sha256 = (...parts: Uint8Array[]): Hash =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** EV-04: the hash of one leaf. */
export const leafHash = (content: Uint8Array): Hash => sha256(Buffer.from([0]), content)
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(Buffer.from([1]), left, right)

/**
 * A node of the log as it is stored: at level 0 the leaves, at level L node i covers the 2^L leaves from i × 2^L. Only complete
 * subtrees are stored, so that a stored node never changes.
 */
export type NodeAt = (level: number, index: number) => Hash
export type StoredNode = { level: number; index: number; hash: Hash }

/** The nodes that a new leaf adds to a log of `size` leaves: the leaf, and every subtree that it completes. */
export function nodesOfAppend(size: number, leaf: Hash, at: NodeAt): StoredNode[] {
  const nodes: StoredNode[] = [{ level: 0, index: size, hash: leaf }]
  for (let last = nodes[0]!; last.index % 2 === 1; last = nodes.at(-1)!) {
    const hash = nodeHash(at(last.level, last.index - 1), last.hash)
    nodes.push({ level: last.level + 1, index: (last.index - 1) / 2, hash })
  }
  return nodes
}

/** The root of the first `size` leaves; of none, the hash of nothing. */
export const rootOf = (size: number, at: NodeAt): Hash => (size === 0 ? sha256() : rangeHash(0, size, at))

/** RFC 6962 §2.1.1: the audit path of leaf `index` in the tree of `size` leaves, from the leaf upward. */
export function inclusionProof(index: number, size: number, at: NodeAt): Hash[] {
  if (index < 0 || index >= size) throw new RangeError('This leaf is not in a tree of that size')
  return path(index, 0, size, at)
}

function path(index: number, start: number, size: number, at: NodeAt): Hash[] {
  if (size === 1) return []
  const split = largestPowerBelow(size)
  return index < split
    ? [...path(index, start, split, at), rangeHash(start + split, size - split, at)]
    : [...path(index - split, start + split, size - split, at), rangeHash(start, split, at)]
}

/** RFC 6962 §2.1.2: that the tree of `older` leaves is a beginning of the tree of `size`. */
export function consistencyProof(older: number, size: number, at: NodeAt): Hash[] {
  if (older < 0 || older > size) throw new RangeError('No tree of that size is a beginning of this one')
  return older === 0 || older === size ? [] : subproof(older, 0, size, true, at)
}

function subproof(older: number, start: number, size: number, whole: boolean, at: NodeAt): Hash[] {
  if (older === size) return whole ? [] : [rangeHash(start, size, at)]
  const split = largestPowerBelow(size)
  return older <= split
    ? [...subproof(older, start, split, whole, at), rangeHash(start + split, size - split, at)]
    : [...subproof(older - split, start + split, size - split, false, at), rangeHash(start, split, at)]
}

/** The hash over leaves [start, start + size): stored where the subtree is complete, else put together from its halves. */
function rangeHash(start: number, size: number, at: NodeAt): Hash {
  const split = largestPowerBelow(size)
  if (size === 1 || split * 2 === size) return at(Math.log2(size), start / size)
  return nodeHash(rangeHash(start, split, at), rangeHash(start + split, size - split, at))
}

/** The largest power of two that is smaller than n; for 1, a half, so that it is nobody's split. */
const largestPowerBelow = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1)

/** Whether the leaf stands at that place of the tree with that root (RFC 9162 §2.1.3.2). */
export function provesInclusion(leaf: Hash, index: number, size: number, proof: Hash[], root: Hash): boolean {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false
  let hash = leaf
  const ended = climb(index, size - 1, proof, (other, fromLeft) => {
    hash = fromLeft ? nodeHash(other, hash) : nodeHash(hash, other)
  })
  return ended && hash.equals(root)
}

/** Whether the older tree is a beginning of the newer one: nothing was taken out or changed between (RFC 9162 §2.1.4.2). */
export function provesConsistency(older: number, olderRoot: Hash, size: number, root: Hash, proof: Hash[]): boolean {
  if (!Number.isSafeInteger(older) || older < 0 || older > size) return false
  if (older === size) return proof.length === 0 && olderRoot.equals(root)
  if (older === 0 || proof.length === 0) return older === 0 && proof.length === 0
  // A complete older tree is itself a node of the newer one: its root stands for the first hash of the proof.
  const whole = Number.isInteger(Math.log2(older)) ? [olderRoot, ...proof] : proof
  const [first, ...rest] = whole as [Hash, ...Hash[]]
  let [fn, sn, before, after] = [older - 1, size - 1, first, first]
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  const ended = climb(fn, sn, rest, (other, fromLeft) => {
    if (fromLeft) before = nodeHash(other, before)
    after = fromLeft ? nodeHash(other, after) : nodeHash(after, other)
  })
  return ended && before.equals(olderRoot) && after.equals(root)
}

/** Walks up a proof, telling of each hash from which side it joins; whether it ended exactly at the root. */
function climb(from: number, last: number, proof: Hash[], join: (other: Hash, fromLeft: boolean) => void): boolean {
  let [fn, sn] = [from, last]
  for (const other of proof) {
    if (sn === 0) return false
    const fromLeft = fn % 2 === 1 || fn === sn
    join(other, fromLeft)
    while (fromLeft && fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)]
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0
}
