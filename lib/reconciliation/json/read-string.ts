import { JsonFault } from './json-fault'
import { sequenceLength } from './utf8'

const shortEscapes: Record<number, string> = {
  34: '"',
  47: '/',
  92: '\\',
  98: '\b',
  102: '\f',
  110: '\n',
  114: '\r',
  116: '\t',
}

/**
 * The string whose opening quote stands at `start`, by its decoded code points (NO-02), and where it ends. NUL is refused
 * raw and escaped, because half of all databases cannot hold it and the other half cut the text there.
 */
export function readString(bytes: Buffer, start: number): { text: string; end: number } {
  let text = ''
  let from = start + 1
  let at = from
  for (;;) {
    const byte = bytes[at]
    if (byte === undefined) throw new JsonFault('E-JSON', bytes.length)
    if (byte === 0x22) return { text: text + bytes.toString('utf8', from, at), end: at + 1 }
    if (byte === 0x5c) {
      const escaped = readEscape(bytes, at)
      text += bytes.toString('utf8', from, at) + escaped.text
      at = escaped.end
      from = at
    } else if (byte < 0x20) throw new JsonFault(byte === 0 ? 'E-NUL' : 'E-CONTROL', at)
    else if (byte < 0x80) at++
    else {
      const length = sequenceLength(bytes, at)
      if (length === 0) throw new JsonFault('E-UTF8', at)
      at += length
    }
  }
}

function readEscape(bytes: Buffer, at: number): { text: string; end: number } {
  const kind = bytes[at + 1]
  const short = kind === undefined ? undefined : shortEscapes[kind]
  if (short !== undefined) return { text: short, end: at + 2 }
  if (kind !== 0x75) throw new JsonFault('E-JSON', Math.min(at + 1, bytes.length))
  const unit = readUnit(bytes, at + 2)
  if (unit === 0) throw new JsonFault('E-NUL', at)
  if (unit < 0xd800 || unit > 0xdfff) return { text: String.fromCharCode(unit), end: at + 6 }
  if (unit > 0xdbff || bytes[at + 6] !== 0x5c || bytes[at + 7] !== 0x75) throw new JsonFault('E-SURROGATE', at)
  const low = readUnit(bytes, at + 8)
  if (low < 0xdc00 || low > 0xdfff) throw new JsonFault('E-SURROGATE', at)
  return { text: String.fromCharCode(unit, low), end: at + 12 }
}

/** The four hex digits at `at`. */
function readUnit(bytes: Buffer, at: number): number {
  let unit = 0
  for (let next = at; next < at + 4; next++) {
    const digit = hexDigit(bytes[next])
    if (digit < 0) throw new JsonFault('E-JSON', Math.min(next, bytes.length))
    unit = unit * 16 + digit
  }
  return unit
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}
