/** A line without its end. `bytes` is undefined where it is longer than the limit (E-LINE). */
export type Line = { number: number; offset: number; length: number; bytes: Buffer | undefined }

/**
 * IN-01: the lines of a file. LF and CRLF end a line, the last one may go without; a byte order mark at the start is passed
 * over and is part of no line. Offsets count uncompressed bytes of the file. A line past `maxLine` bytes is counted to its
 * end but never held.
 */
export async function* splitLines(blocks: AsyncIterable<Buffer>, maxLine: number): AsyncGenerator<Line> {
  let held: Buffer[] = []
  let length = 0
  let offset = 0
  let number = 1
  const line = (): Line => {
    const whole = length > maxLine ? undefined : held.length === 1 ? held[0]! : Buffer.concat(held)
    const bytes = whole?.at(-1) === 0x0d ? whole.subarray(0, -1) : whole
    return { number, offset, length: bytes?.length ?? length, bytes }
  }
  for await (const block of withoutMark(blocks, (skipped) => (offset = skipped))) {
    let from = 0
    while (from < block.length) {
      const end = block.indexOf(0x0a, from)
      const part = block.subarray(from, end === -1 ? block.length : end)
      length += part.length
      if (length > maxLine) held = []
      else if (part.length > 0) held.push(part)
      if (end === -1) break
      yield line()
      offset += length + 1
      number++
      held = []
      length = 0
      from = end + 1
    }
  }
  if (length > 0) yield line()
}

async function* withoutMark(blocks: AsyncIterable<Buffer>, skipped: (bytes: number) => void): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0)
  for await (const block of blocks) {
    if (start === undefined) yield block
    else {
      start = Buffer.concat([start, block])
      if (start.length < 3) continue
      const mark = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf
      if (mark) skipped(3)
      yield mark ? start.subarray(3) : start
      start = undefined
    }
  }
  if (start !== undefined && start.length > 0) yield start
}

/** Whether a line holds nothing but white space. */
export function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false
  return true
}
