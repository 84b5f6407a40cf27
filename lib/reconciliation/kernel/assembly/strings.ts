/** Reads strings of JSON: finds their end 16 bytes at a time, checks UTF-8, undoes escapes. Zero means: not a string. */

/** The decoded bytes of the string read last. */
export let textAt: usize = 0
export let textLength: usize = 0
/** Room for one decoded string, as long as the longest line. */
let scratch: usize = 0

export function setScratch(at: usize): void {
  scratch = at
}
/** `p` is at the opening quote; answers what follows the closing one. */
export function readString(p: usize): usize {
  const start = p + 1
  let q = start
  const quote = i8x16.splat(0x22)
  const slash = i8x16.splat(0x5c)
  const space = i8x16.splat(0x20)
  while (true) {
    const v = v128.load(q)
    // The top bit of each lane: a quote, a backslash, a control character, or a byte of a longer sequence.
    const special = v128.or(v128.or(i8x16.eq(v, quote), i8x16.eq(v, slash)), v128.or(i8x16.lt_u(v, space), v))
    const hits = i8x16.bitmask(special)
    if (hits == 0) {
      q += 16
      continue
    }
    q += ctz<i32>(hits)
    const c = load<u8>(q)
    if (c == 0x22) {
      textAt = start
      textLength = q - start
      return q + 1
    }
    if (c == 0x5c) return readEscaped(start, q)
    const length: usize = c < 0x80 ? 0 : sequenceLength(q)
    if (length == 0) return 0
    q += length
  }
}

/** The rest of a string from its first backslash on, decoded into the scratch room. */
function readEscaped(start: usize, p: usize): usize {
  memory.copy(scratch, start, p - start)
  let out = scratch + (p - start)
  while (true) {
    const c = load<u8>(p)
    if (c == 0x22) break
    if (c == 0x5c) {
      const kind = load<u8>(p, 1)
      if (kind == 0x75) {
        let code = hex4(p + 2)
        if (code <= 0) return 0
        p += 6
        if (code >= 0xd800 && code <= 0xdfff) {
          if (code > 0xdbff || load<u16>(p) != 0x755c) return 0
          const low = hex4(p + 2)
          if (low < 0xdc00 || low > 0xdfff) return 0
          code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
          p += 6
        }
        out = writeCodePoint(out, code)
      } else {
        const plain = unescaped(kind)
        if (plain == 0) return 0
        store<u8>(out++, plain)
        p += 2
      }
    } else if (c < 0x20) return 0
    else {
      const length: usize = c < 0x80 ? 1 : sequenceLength(p)
      if (length == 0) return 0
      memory.copy(out, p, length)
      out += length
      p += length
    }
  }
  textAt = scratch
  textLength = out - scratch
  return p + 1
}

function unescaped(kind: u32): u8 {
  switch (kind) {
    case 0x22:
    case 0x2f:
    case 0x5c:
      return <u8>kind
    case 0x62:
      return 8
    case 0x66:
      return 12
    case 0x6e:
      return 10
    case 0x72:
      return 13
    case 0x74:
      return 9
    default:
      return 0
  }
}

function hex4(p: usize): i32 {
  let code: i32 = 0
  for (let i: usize = 0; i < 4; i++) {
    const c = <i32>load<u8>(p + i)
    let digit: i32
    if (c >= 0x30 && c <= 0x39) digit = c - 0x30
    else {
      const lower = c | 0x20
      if (lower < 0x61 || lower > 0x66) return -1
      digit = lower - 0x57
    }
    code = (code << 4) | digit
  }
  return code
}

function writeCodePoint(out: usize, code: i32): usize {
  if (code < 0x80) {
    store<u8>(out, code)
    return out + 1
  }
  if (code < 0x800) {
    store<u8>(out, 0xc0 | (code >> 6))
    store<u8>(out, 0x80 | (code & 63), 1)
    return out + 2
  }
  if (code < 0x10000) {
    store<u8>(out, 0xe0 | (code >> 12))
    store<u8>(out, 0x80 | ((code >> 6) & 63), 1)
    store<u8>(out, 0x80 | (code & 63), 2)
    return out + 3
  }
  store<u8>(out, 0xf0 | (code >> 18))
  store<u8>(out, 0x80 | ((code >> 12) & 63), 1)
  store<u8>(out, 0x80 | ((code >> 6) & 63), 2)
  store<u8>(out, 0x80 | (code & 63), 3)
  return out + 4
}

/** Bytes of the UTF-8 sequence at `p`, or 0 where it is none (Unicode 15, table 3-7): overlong, surrogate, cut off. */
function sequenceLength(p: usize): usize {
  const lead = <u32>load<u8>(p)
  const length: usize =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  if (length == 0) return 0
  const second = <u32>load<u8>(p, 1)
  const least: u32 = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80
  const most: u32 = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf
  if (second < least || second > most) return 0
  for (let i: usize = 2; i < length; i++) if ((load<u8>(p + i) & 0xc0) != 0x80) return 0
  return length
}
