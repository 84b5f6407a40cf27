import { hashBytes, tagNumber } from './hash'

/** NO-03: a number is its literal text. */
export function readNumber(start: usize): usize {
  let p = start
  if (load<u8>(p) == 0x2d) p++
  if (load<u8>(p) == 0x30) p++
  else {
    const digits = skipDigits(p)
    if (digits == p) return 0
    p = digits
  }
  if (load<u8>(p) == 0x2e) {
    const digits = skipDigits(p + 1)
    if (digits == p + 1) return 0
    p = digits
  }
  if ((load<u8>(p) | 0x20) == 0x65) {
    p++
    const sign = load<u8>(p)
    if (sign == 0x2b || sign == 0x2d) p++
    const digits = skipDigits(p)
    if (digits == p) return 0
    p = digits
  }
  hashBytes(start, p - start, tagNumber)
  return p
}

function skipDigits(p: usize): usize {
  while (<u32>load<u8>(p) - 0x30 <= 9) p++
  return p
}
