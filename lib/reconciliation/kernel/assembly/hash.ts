/**
 * Two keyed lanes of 64 bits. Each step absorbs one word by an odd multiplication; the lanes differ in constant, rotation and
 * in how the word enters, so that what cancels in one does not cancel in the other. The key is drawn from the switch key.
 */
export let keyA: u64 = 0
export let keyB: u64 = 0
/** The lanes of what was hashed last. */
export let hashA: u64 = 0
export let hashB: u64 = 0

export function setKey(a: u64, b: u64): void {
  keyA = a
  keyB = b
}
export function setHash(a: u64, b: u64): void {
  hashA = a
  hashB = b
}

/** What a value is, so that "1" is not 1 and {} is not []. */
export const tagString: u64 = 0x53
export const tagNumber: u64 = 0x4e
export const tagTrue: u64 = 0x54
export const tagFalse: u64 = 0x46
export const tagNull: u64 = 0x30
export const tagObject: u64 = 0x4f
export const tagArray: u64 = 0x41
export const tagReference: u64 = 0x52
export const tagContained: u64 = 0x43
export const tagLink: u64 = 0x4c
export const tagPatient: u64 = 0x50
export const tagDangling: u64 = 0x44
export const tagId: u64 = 0x49
export const tagType: u64 = 0x59
export const tagText: u64 = 0x58

export function stepA(h: u64, word: u64): u64 {
  return rotl<u64>(h ^ word, 32) * 0x9e3779b97f4a7c15
}
export function stepB(h: u64, word: u64): u64 {
  const mixed = (h + word) * 0xd6e8feb86659fd93
  return mixed ^ (mixed >> 29)
}
/** Scatters every bit over the word (the last step of MurmurHash3): what is added up must not keep any pattern. */
export function scatter(h: u64): u64 {
  h = (h ^ (h >> 33)) * 0xff51afd7ed558ccd
  h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53
  return h ^ (h >> 33)
}

export function pairA(tag: u64, x: u64, y: u64): u64 {
  return scatter(stepA(stepA(keyA + tag, x), y))
}
export function pairB(tag: u64, x: u64, y: u64): u64 {
  return scatter(stepB(stepB(keyB + tag, x), y))
}

/** A key with its value: both are hashes already, so one scattering is enough. What it gives is added up. */
export function entryA(key: u64, value: u64): u64 {
  const mixed = (key ^ rotl<u64>(value, 32)) * 0x9e3779b97f4a7c15
  return (mixed ^ (mixed >> 32)) * 0xff51afd7ed558ccd
}
export function entryB(key: u64, value: u64): u64 {
  const mixed = (key + rotl<u64>(value, 27)) * 0xd6e8feb86659fd93
  return (mixed ^ (mixed >> 31)) * 0xc4ceb9fe1a85ec53
}

/** Hashes bytes into both lanes. Reads up to 15 bytes past the end and masks them. */
export function hashBytes(p: usize, length: usize, tag: u64): void {
  const begin = tag + ((<u64>length) << 8)
  let a = keyA + begin
  let b = keyB + begin
  // Nearly all keys and most texts are short: two words, without a loop.
  let rest = length
  while (rest > 16) {
    const word = load<u64>(p)
    a = stepA(a, word)
    b = stepB(b, word)
    p += 8
    rest -= 8
  }
  const isLong = rest > 8
  const first = isLong ? load<u64>(p) : masked(p, rest)
  const second = isLong ? masked(p + 8, rest - 8) : 0
  a = stepA(stepA(a, first), second)
  b = stepB(stepB(b, first), second)
  hashA = (a ^ (a >> 32)) * 0xff51afd7ed558ccd
  hashB = b * 0xc4ceb9fe1a85ec53
}

/** The first bytes of a word, at most eight. */
function masked(p: usize, bytes: usize): u64 {
  return bytes == 0 ? 0 : load<u64>(p) & (<u64>-1 >> (64 - ((<u64>bytes) << 3)))
}

/** Hashes bytes into the first lane only: ids and types. */
export function hashBytesA(p: usize, length: usize, tag: u64): u64 {
  let a = keyA + tag + ((<u64>length) << 8)
  const end = p + (length & ~7)
  while (p < end) {
    a = stepA(a, load<u64>(p))
    p += 8
  }
  const rest = length & 7
  if (rest != 0) a = stepA(a, load<u64>(p) & (((<u64>1) << (rest << 3)) - 1))
  return scatter(a)
}

/** A type and an id together, as references name them. */
export function typedId(type: u64, id: u64): u64 {
  return scatter(stepA(type, id))
}

/** The place of a value under a key or at an index, one lane. Its lowest five bits are left for marks. */
export function pathTo(path: u64, step: u64): u64 {
  return scatter(stepA(path, step)) & ~31
}
