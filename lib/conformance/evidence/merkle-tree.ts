import { type Hash, leafHash, type NodeAt, nodesOfAppend, rootOf } from './merkle-rules'

/** A log in memory: for the command line, tests and benches. The portal keeps the same nodes in its database. */
export class MerkleTree {
  private readonly levels: Hash[][] = [[]]

  get size(): number {
    return this.levels[0]!.length
  }

  readonly at: NodeAt = (level, index) => {
    const hash = this.levels[level]?.[index]
    if (!hash) throw new RangeError(`The log has no node ${index} at level ${level}`)
    return hash
  }

  /** Adds a leaf; answers its index. */
  append(content: Uint8Array): number {
    const index = this.size
    for (const { level, hash } of nodesOfAppend(index, leafHash(content), this.at)) {
      this.levels[level] ??= []
      this.levels[level]!.push(hash)
    }
    return index
  }

  root(size = this.size): Hash {
    return rootOf(size, this.at)
  }
}
