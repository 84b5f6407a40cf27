import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyProof,
  type Hash,
  inclusionProof,
  leafHash,
  nodeHash,
  provesConsistency,
  provesInclusion,
} from './merkle-rules'
import { MerkleTree } from './merkle-tree'

/** The eight leaves and roots of the reference implementation of RFC 6962. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** The definition of RFC 6962 §2.1, word by word: the oracle for everything that is faster. */
function mth(parts: Buffer[]): Hash {
  if (parts.length === 0) return createHash('sha256').digest()
  if (parts.length === 1) return leafHash(parts[0]!)
  let k = 1
  while (k * 2 < parts.length) k *= 2
  return nodeHash(mth(parts.slice(0, k)), mth(parts.slice(k)))
}
const treeOf = (contents: Buffer[]) => {
  const tree = new MerkleTree()
  for (const content of contents) tree.append(content)
  return tree
}
const numbered = (n: number) => Array.from({ length: n }, (_, i) => Buffer.from(`leaf ${i}`))
const flipped = (hash: Hash, bit: number): Hash => {
  const copy = Buffer.from(hash)
  copy[bit >> 3]! ^= 1 << (bit & 7)
  return copy
}

describe('EV-04: the tree of RFC 6962', () => {
  it('the eight test roots', () => {
    const tree = new MerkleTree()
    leaves.forEach((leaf, i) => {
      tree.append(Buffer.from(leaf, 'hex'))
      expect(tree.root().toString('hex')).toBe(roots[i])
    })
    expect(new MerkleTree().root().toString('hex')).toBe(createHash('sha256').digest('hex'))
  })

  it('every root, inclusion proof and consistency proof up to 70 leaves', () => {
    const contents = numbered(70)
    const tree = treeOf(contents)
    for (let n = 1; n <= 70; n++) {
      const root = tree.root(n)
      expect(root.equals(mth(contents.slice(0, n))), `root of ${n}`).toBe(true)
      for (let i = 0; i < n; i++) {
        const proof = inclusionProof(i, n, tree.at)
        expect(provesInclusion(leafHash(contents[i]!), i, n, proof, root), `leaf ${i} of ${n}`).toBe(true)
        expect(provesInclusion(leafHash(contents[i]!), (i + 1) % n, n, proof, root) && n > 1).toBe(false)
      }
      for (let m = 0; m <= n; m++)
        expect(
          provesConsistency(m, tree.root(m), n, root, consistencyProof(m, n, tree.at)),
          `${m} is a beginning of ${n}`,
        ).toBe(true)
    }
  })

  it('each rewrite of one leaf is found, by its root and by every consistency proof that covers it', () => {
    for (let n = 1; n <= 24; n++) {
      const contents = numbered(n + 5)
      const [before, after] = [treeOf(contents.slice(0, n)), treeOf(contents)]
      for (let i = 0; i < n; i++) {
        const rewritten = treeOf(contents.with(i, Buffer.from('another')))
        expect(rewritten.root(n).equals(before.root())).toBe(false)
        const proof = consistencyProof(n, n + 5, rewritten.at)
        expect(provesConsistency(n, before.root(), n + 5, rewritten.root(), proof)).toBe(false)
      }
      expect(provesConsistency(n, before.root(), n + 5, after.root(), consistencyProof(n, n + 5, after.at))).toBe(true)
    }
  })

  it('no changed bit, missing, added or swapped hash proves anything', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), fc.nat({ max: 255 }), (n, a, b, bit) => {
        const tree = treeOf(numbered(n))
        const [i, m, root] = [a % n, 1 + (b % (n - 1)), tree.root()]
        const leaf = leafHash(Buffer.from(`leaf ${i}`))
        const proof = inclusionProof(i, n, tree.at)
        const broken = [
          ...proof.map((hash, at) => proof.with(at, flipped(hash, bit))),
          proof.slice(1),
          [...proof, root],
        ]
        for (const one of broken) expect(provesInclusion(leaf, i, n, one, root)).toBe(false)
        expect(provesInclusion(flipped(leaf, bit), i, n, proof, root)).toBe(false)
        const consistent = consistencyProof(m, n, tree.at)
        const bent = [
          ...consistent.map((hash, at) => consistent.with(at, flipped(hash, bit))),
          consistent.slice(1),
          [...consistent, root],
        ]
        for (const one of bent) expect(provesConsistency(m, tree.root(m), n, root, one)).toBe(false)
        expect(provesConsistency(m, flipped(tree.root(m), bit), n, root, consistent)).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })

  it('a place outside the tree is refused, not answered', () => {
    const tree = treeOf(numbered(3))
    expect(() => inclusionProof(3, 3, tree.at)).toThrow(RangeError)
    expect(() => consistencyProof(4, 3, tree.at)).toThrow(RangeError)
    expect(provesInclusion(tree.at(0, 0), Number.NaN, 3, [], tree.root())).toBe(false)
    expect(provesConsistency(-1, tree.root(), 3, tree.root(), [])).toBe(false)
  })
})
