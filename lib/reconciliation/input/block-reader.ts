/** Reads a sequence of blocks by wishes of other sizes, and takes back what was read too far. */
export class BlockReader {
  private readonly blocks: AsyncIterator<Buffer>
  private waiting: Buffer[] = []

  constructor(blocks: AsyncIterable<Buffer>) {
    this.blocks = blocks[Symbol.asyncIterator]()
  }

  /** The next bytes that are at hand, at least one; undefined at the end. */
  async next(): Promise<Buffer | undefined> {
    const waiting = this.waiting.shift()
    if (waiting) return waiting
    for (;;) {
      const read = await this.blocks.next()
      if (read.done) return undefined
      if (read.value.length > 0) return read.value
    }
  }

  giveBack(block: Buffer): void {
    if (block.length > 0) this.waiting.unshift(block)
  }

  /** Exactly so many bytes, or undefined where fewer are left. */
  async take(length: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = []
    let missing = length
    while (missing > 0) {
      const block = await this.next()
      if (!block) return undefined
      parts.push(block.subarray(0, missing))
      this.giveBack(block.subarray(missing))
      missing -= Math.min(missing, block.length)
    }
    return Buffer.concat(parts)
  }

  async isAtEnd(): Promise<boolean> {
    const block = await this.next()
    if (!block) return true
    this.giveBack(block)
    return false
  }

  /** Lets go of the file behind the blocks, read to its end or not. */
  async close(): Promise<void> {
    await this.blocks.return?.()
  }
}
