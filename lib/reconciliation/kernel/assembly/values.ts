import {
  entryA,
  entryB,
  hashA,
  hashB,
  hashBytes,
  hashBytesA,
  keyA,
  keyB,
  pairA,
  pairB,
  pathTo,
  scatter,
  setHash,
  stepA,
  stepB,
  tagArray,
  tagFalse,
  tagId,
  tagNull,
  tagObject,
  tagReference,
  tagString,
  tagTrue,
} from './hash'
import {
  codeContained,
  codeId,
  codeMeta,
  codeMonth,
  codeOf,
  codeOwner,
  codeParticipant,
  codeType,
  isDroppedOfMeta,
  keyActor,
  keyReference,
  keyStart,
  roleActor,
  roleMeta,
  roleParticipant,
  rolePeriod,
  rolePlain,
  setDating,
  setId,
  setIrregular,
  setType,
  takeMonth,
} from './line'
import { readNumber } from './numbers'
import { clearKeysOpen, closeKeys, openKeys, takeKey } from './open-keys'
import { takeReference } from './references'
import { readString, textAt, textLength } from './strings'
import { typeNumber } from './type-table'

const deepest: u32 = 128
let side: u32 = 0

export function beginLine(ofSide: u32): void {
  side = ofSide
  clearKeysOpen()
}

export function skipSpace(p: usize): usize {
  while (true) {
    const c = load<u8>(p)
    if (c != 0x20 && c != 0x09 && c != 0x0d) return p
    p++
  }
}

/** Reads a value; its hash is in `hashA`, `hashB`. `step` is its key or place. Answers what follows it, or 0 where the line is faulty. */
function readValue(p: usize, depth: u32, path: u64, step: u64, role: u32): usize {
  const c = load<u8>(p)
  if (c == 0x22) {
    p = readString(p)
    if (p != 0) hashBytes(textAt, textLength, tagString)
    return p
  }
  if (c == 0x7b) return readObject(p, depth + 1, pathTo(path, step), role)
  if (c == 0x5b) return readArray(p, depth + 1, pathTo(path, step), role)
  if (c == 0x74) return load<u32>(p) == 0x65757274 ? word(p + 4, tagTrue) : 0
  if (c == 0x66) return load<u32>(p, 1) == 0x65736c61 ? word(p + 5, tagFalse) : 0
  if (c == 0x6e) return load<u32>(p) == 0x6c6c756e ? word(p + 4, tagNull) : 0
  return readNumber(p)
}

function word(p: usize, tag: u64): usize {
  setHash(scatter(keyA + tag), scatter(keyB + tag))
  return p
}

/** An array is its sequence. The owner's role passes on to its items. */
function readArray(p: usize, depth: u32, path: u64, role: u32): usize {
  if (depth > deepest) return 0
  let a = keyA + tagArray
  let b = keyB + tagArray
  let count: u64 = 0
  const itemRole = role <= roleParticipant ? role : rolePlain
  p = skipSpace(p + 1)
  if (load<u8>(p) == 0x5d) p++
  else
    while (true) {
      count++
      p = readValue(p, depth, path, count, itemRole)
      if (p == 0) return 0
      a = stepA(a ^ (a >> 31), hashA)
      b = stepB(b, hashB)
      p = skipSpace(p)
      const c = load<u8>(p++)
      if (c == 0x5d) break
      if (c != 0x2c) return 0
      p = skipSpace(p)
    }
  setHash(scatter(stepA(a, count)), scatter(stepB(b, count)))
  return p
}

/** An object is its set of (key, value): a sum, whatever the order. */
function readObject(p: usize, depth: u32, path: u64, role: u32): usize {
  if (depth > deepest) return 0
  const isTop = depth == 1
  const before = openKeys()
  let a: u64 = 0
  let b: u64 = 0
  let count: u64 = 0
  let dropped: u32 = 0
  p = skipSpace(p + 1)
  if (load<u8>(p) == 0x7d) p++
  else
    while (true) {
      if (load<u8>(p) != 0x22) return 0
      p = readString(p)
      if (p == 0) return 0
      hashBytes(textAt, textLength, tagString)
      const key = hashA
      const keyOfB = hashB
      if (!takeKey(before, key)) return 0
      p = skipSpace(p)
      if (load<u8>(p) != 0x3a) return 0
      p = skipSpace(p + 1)
      let counts = true
      if (isTop) {
        const code = codeOf(key)
        if (code == 0) p = readValue(p, 1, path, key, rolePlain)
        else {
          p = readTop(p, code, path, key)
          counts = code != codeId && !(code == codeMeta && droppedAll)
        }
      } else if (key == keyReference && load<u8>(p) == 0x22)
        p = readReference(p, path, role >= 1 && role <= roleActor ? role : 0)
      else if (role == roleMeta && isDroppedOfMeta(key)) {
        p = readValue(p, depth, path, key, rolePlain)
        counts = false
        dropped++
      } else if (role == rolePeriod && key == keyStart && load<u8>(p) == 0x22) {
        p = readValue(p, depth, path, key, rolePlain)
        if (p != 0) takeMonth(textAt, textLength)
      } else p = readValue(p, depth, path, key, role == roleParticipant && key == keyActor ? roleActor : rolePlain)
      if (p == 0) return 0
      if (counts) {
        a += entryA(key, hashA)
        b += entryB(keyOfB, hashB)
        count++
      }
      p = skipSpace(p)
      const c = load<u8>(p++)
      if (c == 0x7d) break
      if (c != 0x2c) return 0
      p = skipSpace(p)
    }
  if (!closeKeys(before)) return 0
  droppedAll = dropped != 0 && count == 0
  const tag = tagObject + (count << 8)
  setHash(scatter(stepA(keyA + tag, a)), scatter(stepB(keyB + tag, b)))
  return p
}

/** Of the object read last: it held only what is dropped (NO-04). */
let droppedAll: bool = false

/** The value of a key at the top that means something to us. */
function readTop(p: usize, code: u32, path: u64, key: u64): usize {
  const isString = load<u8>(p) == 0x22
  if (code == codeMeta) {
    droppedAll = false
    p = readValue(p, 1, path, key, roleMeta)
    if (p != 0 && load<u8>(p - 1) != 0x7d) droppedAll = false
    return p
  }
  if (code >= codeMonth) {
    setDating(code)
    p = readValue(p, 1, path, key, rolePeriod)
    if (p != 0 && isString) takeMonth(textAt, textLength)
    return p
  }
  if (code == codeId) {
    if (!isString) return 0
    p = readString(p)
    if (p == 0 || textLength == 0) return 0
    setId(hashBytesA(textAt, textLength, tagId))
    return p
  }
  if (code == codeType) {
    if (!isString) return 0
    p = readString(p)
    if (p == 0) return 0
    setType(typeNumber(textAt, textLength))
    hashBytes(textAt, textLength, tagString)
    return p
  }
  if (code == codeContained) setIrregular()
  const role =
    code >= codeOwner && code < codeParticipant ? code - 4 : code == codeParticipant ? roleParticipant : rolePlain
  return readValue(p, 1, path, key, role)
}

/** What stands at a key `reference`: type and path if it may lead to a resource of this side, its text otherwise. */
function readReference(p: usize, path: u64, rank: u32): usize {
  p = readString(p)
  if (p == 0) return 0
  if (textLength > 1 && load<u8>(textAt) == 0x23) setIrregular()
  if (takeReference(side, textAt, textLength, path, rank)) word(0, tagReference)
  else hashBytes(textAt, textLength, tagString)
  return p
}

/** The resource at `p`; its content is in the lanes. */
export function readResource(p: usize): usize {
  if (load<u8>(p) != 0x7b) return 0
  return readObject(p, 1, keyB & ~31, rolePlain)
}
