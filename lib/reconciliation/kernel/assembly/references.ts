import { hashBytesA, pairA, pairB, tagId, tagReference, tagText, tagType, typedId } from './hash'
import { addRef } from './room'

/**
 * A reference is a slot of two words: what it leads to, and its path with marks in the five lowest bits: two of kind, three
 * of the rank in which it can name the patient (ID-02). An absolute address takes a second slot: its text and its type.
 */
export const kindRelative: u64 = 0
export const kindAbsolute: u64 = 1
export const kindUuid: u64 = 2
/** One to a contained resource that is not there. */
export const kindContained: u64 = 3

/** What the references of the line add to its content. Sums, because the order of keys means nothing. */
export let refsA: u64 = 0
export let refsB: u64 = 0
/** References by id alone that were met so far. */
export let uuids: u32 = 0

export function clearRefs(): void {
  refsA = 0
  refsB = 0
}

/** A type that the rules give another name: pairs of hashes, see RU-02. */
const renames = memory.data(16 * 16, 16)
let renamed: u32 = 0
export function clearRenames(): void {
  renamed = 0
}
export function addRename(from: u64, to: u64): void {
  if (renamed >= 16) unreachable()
  store<u64>(renames + (renamed << 4), from)
  store<u64>(renames + (renamed << 4), to, 8)
  renamed++
}
function ruledType(type: u64): u64 {
  for (let i: u32 = 0; i < renamed; i++)
    if (load<u64>(renames + (i << 4)) == type) return load<u64>(renames + (i << 4), 8)
  return type
}

/** What a reference at a path to a thing of this type adds to the content: type and path only (LK-01). */
export function contributeType(path: u64, type: u64): void {
  const ruled = ruledType(type)
  refsA += pairA(tagReference, path & ~31, ruled)
  refsB += pairB(tagReference, path & ~31, ruled)
}
/** One that leads out of the export is compared by its text. */
export function contributeText(path: u64, text: u64): void {
  refsA += pairA(tagText, path & ~31, text)
  refsB += pairB(tagText, path & ~31, text)
}

/**
 * Takes in the text of a reference. False where it is text like any other (ID-03); a fragment `#id` is not decided here.
 */
export function takeReference(side: u32, p: usize, length: usize, path: u64, rank: u64): bool {
  if (startsWithUuid(p, length)) {
    addRef(side, hashBytesA(p + 9, length - 9, tagId), path | kindUuid | (rank << 2))
    uuids++
    return true
  }
  const end = p + length
  for (let q = p; q < end; q++) if (load<u8>(q) == 0x3f) return false
  let idEnd = end
  let slash = lastSlash(p, end)
  if (slash == 0) return false
  // `Type/id/_history/n`: the version says nothing.
  if (slash >= p + 9 && isHistory(slash - 9)) {
    if (slash + 1 == end || holdsHash(slash + 1, end)) return false
    idEnd = slash - 9
    slash = lastSlash(p, idEnd)
    if (slash == 0) return false
  }
  if (slash + 1 == idEnd || holdsHash(slash + 1, idEnd)) return false
  const before = lastSlash(p, slash)
  const typeAt = before == 0 ? p : before + 1
  if (!isTypeName(typeAt, slash)) return false
  const type = hashBytesA(typeAt, slash - typeAt, tagType)
  const target = typedId(type, hashBytesA(slash + 1, idEnd - slash - 1, tagId))
  if (typeAt == p) {
    addRef(side, target, path | kindRelative | (rank << 2))
    contributeType(path, type)
    return true
  }
  if (!isAddress(p, typeAt)) return false
  addRef(side, target, path | kindAbsolute | (rank << 2))
  addRef(side, hashBytesA(p, length, tagText), type)
  return true
}

function startsWithUuid(p: usize, length: usize): bool {
  // "urn:uuid" as one word, then a colon.
  return length >= 9 && load<u64>(p) == 0x646975753a6e7275 && load<u8>(p, 8) == 0x3a
}

function lastSlash(p: usize, end: usize): usize {
  for (let q = end; q > p; ) if (load<u8>(--q) == 0x2f) return q
  return 0
}

/** `/_history` stands here: the slash before it, then eight letters. */
function isHistory(p: usize): bool {
  return load<u8>(p) == 0x2f && load<u64>(p + 1) == 0x79726f747369685f
}

function holdsHash(p: usize, end: usize): bool {
  for (; p < end; p++) if (load<u8>(p) == 0x23) return true
  return false
}

export function isTypeName(p: usize, end: usize): bool {
  if (p >= end) return false
  const first = load<u8>(p)
  if (first < 0x41 || first > 0x5a) return false
  for (let q = p + 1; q < end; q++) {
    const c = load<u8>(q)
    const isLetter = (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a)
    if (!isLetter && !(c >= 0x30 && c <= 0x39)) return false
  }
  return true
}

/** Whether what stands before the type is `…://…/`. */
function isAddress(p: usize, end: usize): bool {
  for (let q = p; q + 3 < end; q++) if (load<u8>(q) == 0x3a && load<u16>(q, 1) == 0x2f2f) return true
  return false
}
