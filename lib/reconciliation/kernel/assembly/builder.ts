import {
  entryA,
  entryB,
  hashA,
  hashB,
  hashBytes,
  hashBytesA,
  keyA,
  keyB,
  pathTo,
  scatter,
  setHash,
  stepA,
  stepB,
  tagArray,
  tagContained,
  tagFalse,
  tagNull,
  tagNumber,
  tagObject,
  tagReference,
  tagString,
  tagTrue,
  tagType,
} from './hash'
import { clearRefs, contributeType, kindContained, takeReference } from './references'
import { addRef, record, refCount } from './room'
import { writeContent } from './scan'

/**
 * The same hash from a tree that the host walks: for resources that a rule changes, or that contain others. A frame of 64
 * bytes an open container: lanes, count, path, hashes of the present key, kind.
 */
const frames = memory.data(256 * 64, 16)
let depth: u32 = 0
let side: u32 = 0
let before: u32 = 0

function frame(): usize {
  return frames + ((<usize>(depth - 1)) << 6)
}

export function buildBegin(ofSide: u32): void {
  depth = 0
  side = ofSide
  before = refCount(side)
  clearRefs()
}

/** Opens an object (0) or an array (1). */
export function buildOpen(kind: u32): void {
  const path = depth == 0 ? keyB & ~31 : pathTo(load<u64>(frame(), 24), load<u64>(frame(), 32))
  depth++
  const at = frame()
  store<u64>(at, kind == 1 ? keyA + tagArray : 0)
  store<u64>(at, kind == 1 ? keyB + tagArray : 0, 8)
  store<u64>(at, 0, 16)
  store<u64>(at, path, 24)
  store<u32>(at, kind, 48)
}

export function buildKey(p: usize, length: usize): void {
  hashBytes(p, length, tagString)
  store<u64>(frame(), hashA, 32)
  store<u64>(frame(), hashB, 40)
}

/** The place of the next item: for arrays whose order means nothing, equal items share one. */
export function buildIndex(place: u32): void {
  store<u64>(frame(), <u64>place, 32)
}

export function buildClose(): void {
  const at = frame()
  const a = load<u64>(at)
  const b = load<u64>(at, 8)
  const count = load<u64>(at, 16)
  if (load<u32>(at, 48) == 1) setHash(scatter(stepA(a, count)), scatter(stepB(b, count)))
  else {
    const tag = tagObject + (count << 8)
    setHash(scatter(stepA(keyA + tag, a)), scatter(stepB(keyB + tag, b)))
  }
  depth--
  add()
}

/** A string (0), a number (1), true (2), false (3) or null (4). */
export function buildScalar(kind: u32, p: usize, length: usize): void {
  if (kind < 2) hashBytes(p, length, kind == 0 ? tagString : tagNumber)
  else {
    const tag = kind == 2 ? tagTrue : kind == 3 ? tagFalse : tagNull
    setHash(scatter(keyA + tag), scatter(keyB + tag))
  }
  add()
}

/** The text at a key `reference`; `rank` where it can name the patient. */
export function buildReference(p: usize, length: usize, rank: u32): void {
  if (takeReference(side, p, length, load<u64>(frame(), 24), rank))
    setHash(scatter(keyA + tagReference), scatter(keyB + tagReference))
  else hashBytes(p, length, tagString)
  add()
}

/** One to a contained resource (NO-06): by its position, or by none where it is not there. */
export function buildContained(position: i32): void {
  if (position >= 0)
    setHash(scatter(stepA(keyA + tagContained, position)), scatter(stepB(keyB + tagContained, position)))
  else {
    const path = load<u64>(frame(), 24)
    addRef(side, 0, path | kindContained)
    contributeType(path, scatter(keyA + tagContained) ^ hashBytesA(0, 0, tagType))
    setHash(scatter(keyA + tagContained), scatter(keyB + tagContained))
  }
  add()
}

function add(): void {
  if (depth == 0) return
  const at = frame()
  const a = load<u64>(at)
  const b = load<u64>(at, 8)
  if (load<u32>(at, 48) == 1) {
    store<u64>(at, stepA(a ^ (a >> 31), hashA))
    store<u64>(at, stepB(b, hashB), 8)
  } else {
    store<u64>(at, a + entryA(load<u64>(at, 32), hashA))
    store<u64>(at, b + entryB(load<u64>(at, 40), hashB), 8)
  }
  store<u64>(at, load<u64>(at, 16) + 1, 16)
}

/** Sets the content and references of a record to what was built. */
export function buildEnd(at: u32): void {
  writeContent(record(side, at), before, refCount(side) - before)
}
