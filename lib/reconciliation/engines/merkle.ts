import { createHash, createHmac } from 'node:crypto'
import type { MerkleProof } from '../compare/comparison'
import type { Identified, IdentifiedSide } from './identified-side'

/** §7.7: the leaves of all patients, by patient key; what belongs to no patient is the leaf of the empty key. */
export function patientLeaves(
  source: IdentifiedSide,
  target: IdentifiedSide,
  leafKey: Uint8Array,
): Map<string, Buffer> {
  const groups = new Map<string, { source: string[]; target: string[] }>()
  for (const { side, all, keys } of [source, target])
    for (const one of all) {
      const key = keyOf(one, keys)
      const group = groups.get(key) ?? { source: [], target: [] }
      groups.set(key, group)
      group[side].push(one.l2)
    }
  return new Map(
    [...groups].map(([key, { source, target }]) => [
      key,
      leafOf(leafKey, [Buffer.from(key), joined(source), joined(target)]),
    ]),
  )
}

const keyOf = ({ patient }: Identified, keys: Map<string, string>) => (patient === null ? '' : keys.get(patient)!)

/** §7.7: HMAC-SHA-256 over patient key, L2 of the source, L2 of the target, each with its length before it (32 bits). */
export function leafOf(leafKey: Uint8Array, parts: [key: Buffer, source: Buffer, target: Buffer]): Buffer {
  const hmac = createHmac('sha256', leafKey)
  for (const part of parts) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.length)
    hmac.update(length).update(part)
  }
  return hmac.digest()
}

const joined = (fingerprints: string[]) => Buffer.from([...fingerprints].sort().join(''), 'hex')

/** The tree's leaves in their order: sorted by their own bytes, so that no order of files or lines shows. */
export const sortedLeaves = (leaves: Iterable<Buffer>): Buffer[] => [...leaves].sort(Buffer.compare)

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const leafHash = (leaf: Buffer) => sha256(Buffer.of(0), leaf)
const nodeHash = (left: Buffer, right: Buffer) => sha256(Buffer.of(1), left, right)

/** RFC 6962, 2.1: the hash of a tree; that of nothing is the hash of nothing. */
export function merkleRoot(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return leafHash(leaves[0]!)
  const half = largestPowerBelow(leaves.length)
  return nodeHash(merkleRoot(leaves.slice(0, half)), merkleRoot(leaves.slice(half)))
}

/** RFC 6962, 2.1.1: the hashes from a leaf up to the root. */
export function merklePath(leaves: Buffer[], index: number): Buffer[] {
  if (leaves.length <= 1) return []
  const half = largestPowerBelow(leaves.length)
  return index < half
    ? [...merklePath(leaves.slice(0, half), index), merkleRoot(leaves.slice(half))]
    : [...merklePath(leaves.slice(half), index - half), merkleRoot(leaves.slice(0, half))]
}

/** The proof that this leaf is under the root. */
export function proveLeaf(leaves: Buffer[], leaf: Buffer): MerkleProof {
  const index = leaves.findIndex((one) => one.equals(leaf))
  const hex = (hash: Buffer) => hash.toString('hex')
  return {
    leaf: hex(leaf),
    index,
    leaves: leaves.length,
    path: merklePath(leaves, index).map(hex),
    root: hex(merkleRoot(leaves)),
  }
}

/** RFC 9162, 2.1.3.2: whether the path leads from the leaf to the root. Needs neither key nor records. */
export function holdsProof({ leaf, index, leaves, path, root }: MerkleProof): boolean {
  if (index < 0 || index >= leaves) return false
  let hash = leafHash(Buffer.from(leaf, 'hex'))
  let [position, last] = [index, leaves - 1]
  for (const step of path) {
    if (last === 0) return false
    const beside = Buffer.from(step, 'hex')
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(beside, hash)
      while (position % 2 === 0 && position !== 0) [position, last] = [position >>> 1, last >>> 1]
    } else hash = nodeHash(hash, beside)
    ;[position, last] = [position >>> 1, last >>> 1]
  }
  return last === 0 && hash.toString('hex') === root
}

function largestPowerBelow(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}
