import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib'
import { BlockReader } from './block-reader'
import { skipHeader } from './gzip-header'

/** E-GZIP: cut off, wrong check sum, or bytes after the last member. */
export class GzipFault extends Error {}

type Member = { crc: number; size: number }

/**
 * The uncompressed bytes of a gzip file of one member or several (RFC 1952). The platform's own stream passes over what
 * follows the last member, so the members are walked here: a file with something behind its end was not written whole.
 */
export async function* gunzip(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = new BlockReader(blocks)
  try {
    do {
      if (!(await skipHeader(reader))) throw new GzipFault()
      const member: Member = { crc: 0, size: 0 }
      yield* inflate(reader, member)
      const trailer = await reader.take(8)
      if (!trailer || trailer.readUInt32LE(0) !== member.crc || trailer.readUInt32LE(4) !== member.size)
        throw new GzipFault()
    } while (!(await reader.isAtEnd()))
  } finally {
    await reader.close()
  }
}

async function* inflate(reader: BlockReader, member: Member): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: 1 << 18 })
  let unreadable: unknown
  const fed = feed(reader, stream).catch((error: unknown) => {
    unreadable = error
    stream.destroy()
  })
  try {
    for await (const block of stream as AsyncIterable<Buffer>) {
      member.crc = crc32(block, member.crc)
      member.size = (member.size + block.length) >>> 0
      yield block
    }
  } catch {
    await fed
    throw unreadable ?? new GzipFault()
  } finally {
    stream.destroy()
  }
  await fed
}

/** Feeds the stream until it has seen the member's end, and hands back to the reader what it did not want. */
async function feed(reader: BlockReader, stream: InflateRaw): Promise<void> {
  let ended = false
  stream.once('end', () => {
    ended = true
  })
  const closed = new Promise<void>((done) => stream.once('close', done))
  while (!ended && !stream.destroyed) {
    const block = await reader.next()
    if (!block) return void stream.end()
    const before = stream.bytesWritten
    await Promise.race([new Promise((done) => stream.write(block, done)), closed])
    const used = stream.bytesWritten - before
    if (used < block.length) return reader.giveBack(block.subarray(used))
  }
}
