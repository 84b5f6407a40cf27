import { open } from 'node:fs/promises'

/**
 * What must stay the same while a file is read (E-CHANGED). `changed` is set by the system at every write, so that contents of the
 * same length under a time of modification that was put back are found too.
 */
export type Mark = { size: number; modified: number; changed: number; node: number }

export const sameMark = (a: Mark, b: Mark): boolean =>
  a.size === b.size && a.modified === b.modified && a.changed === b.changed && a.node === b.node

const blockSize = 1 << 20

/** Blocks of a file as it lies on the disk, each a buffer of its own; `seen` is told of each before it is handed on. */
export async function* readBlocks(path: string, seen: (block: Buffer) => void = () => {}): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(blockSize), 0, blockSize)
      if (bytesRead === 0) return
      const block = buffer.subarray(0, bytesRead)
      seen(block)
      yield block
    }
  } finally {
    await file.close()
  }
}
