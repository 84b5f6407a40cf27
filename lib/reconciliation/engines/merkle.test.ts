import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { holdsProof, merkleRoot, proveLeaf, sortedLeaves } from './merkle'

const leaves = (n: number) => [...Array(n).keys()].map((at) => createHash('sha256').update(`${at}`).digest())

describe('the Merkle tree', () => {
  it('has the published roots of RFC 6962', () => {
    // Test vectors of the reference implementation of Certificate Transparency.
    const data = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
    const tree = data.map((hex) => Buffer.from(hex, 'hex'))
    const roots = [0, 1, 2, 3, 8].map((n) => merkleRoot(tree.slice(0, n)).toString('hex'))
    expect(roots).toEqual([
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ])
  })

  it('proves every leaf of trees of 1 to 33, and no other', () => {
    for (let n = 1; n <= 33; n++) {
      const tree = sortedLeaves(leaves(n))
      for (const leaf of tree) {
        const proof = proveLeaf(tree, leaf)
        expect(holdsProof(proof)).toBe(true)
        expect(holdsProof({ ...proof, leaf: 'ab'.repeat(32) })).toBe(false)
        expect(holdsProof({ ...proof, path: [...proof.path, proof.leaf] })).toBe(false)
        if (n > 1) expect(holdsProof({ ...proof, path: proof.path.slice(1) })).toBe(false)
      }
    }
  })
})
