import { crc32 } from 'node:zlib'

export type ZipFile = { path: string; text: string }

/** 1 January 1980 at midnight, the first moment that a zip can name: no file has a date of its own. */
const [noTime, firstDay] = [0, 0x21]
const [localHeader, centralHeader, endRecord] = [0x04034b50, 0x02014b50, 0x06054b50]
const version = 20
/** Bit 11: paths are UTF-8. */
const utf8 = 0x0800

/**
 * A zip of text files that is the same, byte for byte, whenever and wherever it is made of the same files: stored and not
 * compressed (a compressor's next release writes other bytes), in the order of their paths, without dates.
 * @throws where a path stands twice.
 */
export function zipArchive(files: ZipFile[]): Buffer {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const twice = sorted.find((file, i) => file.path === sorted[i + 1]?.path)
  if (twice) throw new Error(`the path ${twice.path} stands twice`)
  const [bodies, entries]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const file of sorted) {
    const [path, content] = [Buffer.from(file.path), Buffer.from(file.text)]
    const facts = factsOf(path, content)
    const body = Buffer.concat([numbers([localHeader, 4]), facts, path, content])
    bodies.push(body)
    // Version that made it; then the facts; no comment, first disk, no attributes, where the file begins.
    const rest = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4])
    entries.push(Buffer.concat([numbers([centralHeader, 4], [version, 2]), facts, rest, path]))
    offset += body.length
  }
  const size = entries.reduce((sum, entry) => sum + entry.length, 0)
  const count = sorted.length
  const end = numbers([endRecord, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2])
  return Buffer.concat([...bodies, ...entries, end])
}

/** What both headers say of a file: version needed, flags, stored, date, checksum, sizes, lengths of path and extra field. */
const factsOf = (path: Buffer, content: Buffer): Buffer =>
  numbers(
    [version, 2],
    [utf8, 2],
    [0, 2],
    [noTime, 2],
    [firstDay, 2],
    [crc32(content), 4],
    [content.length, 4],
    [content.length, 4],
    [path.length, 2],
    [0, 2],
  )

function numbers(...fields: [value: number, bytes: 2 | 4][]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}
