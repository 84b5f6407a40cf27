import { hashBytesA, tagType } from './hash'
import {
  clearRefs,
  contributeText,
  contributeType,
  kindAbsolute,
  kindContained,
  kindUuid,
  refsA,
  refsB,
} from './references'
import { record, recordCount, reference, reserve } from './room'
import { typeHash } from './type-table'

/** What a resolved slot's first word says, beside a record's number plus one. */
export const dangling: u64 = 0
/** No reference of the export, or the second slot of one. */
export const elsewhere: u64 = 0xffffffff

/** Tables of record numbers plus one, by hash; their size is a power of two. */
const byTypeAndId = memory.data(8, 8)
const byId = memory.data(8, 8)
const masks = memory.data(8, 8)
const hasUuid = memory.data(8, 8)

/** Pairs of the same type and id, as record numbers: the later one, for the host to look at (E-ID). */
let twice: usize = 0
let twiceMost: u32 = 0
export let twiceCount: u32 = 0
export let references: u32 = 0
export let danglings: u32 = 0

export function setTwice(at: usize, most: u32): void {
  twice = at
  twiceMost = most
}

/** Enters all resources of a side under type and id. `uuids` where some reference of the side names an id alone. */
export function enterIds(side: u32, uuids: bool): void {
  const count = recordCount(side)
  let size: u32 = 1024
  while (size < count * 2) size <<= 1
  const mask = size - 1
  const table = reserve((<usize>size) << 2)
  const ids = uuids ? reserve((<usize>size) << 2) : 0
  store<u32>(byTypeAndId + (side << 2), <u32>table)
  store<u32>(byId + (side << 2), <u32>ids)
  store<u32>(masks + (side << 2), mask)
  store<u32>(hasUuid + (side << 2), uuids ? 1 : 0)
  twiceCount = 0
  for (let i: u32 = 0; i < count; i++) {
    const at = record(side, i)
    const hash = load<u64>(at, 16)
    if (hash == 0) continue
    let place = <u32>hash & mask
    while (true) {
      const found = load<u32>(table + ((<usize>place) << 2))
      if (found == 0) {
        store<u32>(table + ((<usize>place) << 2), i + 1)
        break
      }
      if (load<u64>(record(side, found - 1), 16) == hash) {
        if (twiceCount < twiceMost) store<u32>(twice + (twiceCount << 2), i)
        twiceCount++
        break
      }
      place = (place + 1) & mask
    }
    if (ids != 0) enterId(side, ids, mask, i, load<u64>(at, 24))
  }
}

/** An id that several types share names none of them. */
function enterId(side: u32, ids: usize, mask: u32, i: u32, hash: u64): void {
  let place = <u32>hash & mask
  while (true) {
    const slot = ids + ((<usize>place) << 2)
    const found = load<u32>(slot) & 0x7fffffff
    if (found == 0) return store<u32>(slot, i + 1)
    if (load<u64>(record(side, found - 1), 24) == hash) return store<u32>(slot, found | 0x80000000)
    place = (place + 1) & mask
  }
}

/** The record number plus one of a type and id, 0 for none. */
export function find(side: u32, hash: u64): u32 {
  const table = <usize>load<u32>(byTypeAndId + (side << 2))
  const mask = load<u32>(masks + (side << 2))
  let place = <u32>hash & mask
  while (true) {
    const found = load<u32>(table + ((<usize>place) << 2))
    if (found == 0 || load<u64>(record(side, found - 1), 16) == hash) return found
    place = (place + 1) & mask
  }
}

/** The same by id alone. */
export function findById(side: u32, hash: u64): u32 {
  const ids = <usize>load<u32>(byId + (side << 2))
  if (ids == 0) return 0
  const mask = load<u32>(masks + (side << 2))
  let place = <u32>hash & mask
  while (true) {
    const entry = load<u32>(ids + ((<usize>place) << 2))
    const found = entry & 0x7fffffff
    if (found == 0) return 0
    if (load<u64>(record(side, found - 1), 24) == hash) return entry >> 31 != 0 ? 0 : found
    place = (place + 1) & mask
  }
}

/**
 * Resolves every reference of a side (ID-03): the first word of its slot becomes the record's number plus one, `dangling` or
 * `elsewhere`. What an absolute address or a `urn:uuid:` adds to the content is known only now.
 */
export function resolveAll(side: u32): void {
  references = 0
  danglings = 0
  const count = recordCount(side)
  const noType = hashBytesA(0, 0, tagType)
  for (let i: u32 = 0; i < count; i++) {
    const at = record(side, i)
    if (load<u32>(at, 52) != 0) resolveOne(side, at, noType)
  }
}

/** The references of one record. */
function resolveOne(side: u32, at: usize, noType: u64): void {
  const first = load<u32>(at, 48)
  const last = first + load<u32>(at, 52)
  clearRefs()
  for (let r = first; r < last; r++) {
    const slot = reference(side, r)
    const path = load<u64>(slot, 8)
    const kind = path & 3
    let found: u32 = 0
    if (kind == kindUuid) {
      found = findById(side, load<u64>(slot))
      contributeType(path, found == 0 ? noType : typeHash(typeOf(record(side, found - 1))))
    } else if (kind != kindContained) found = find(side, load<u64>(slot))
    if (kind == kindAbsolute) {
      const extra = reference(side, ++r)
      if (found == 0) contributeText(path, load<u64>(extra))
      else contributeType(path, load<u64>(extra, 8))
      store<u64>(extra, elsewhere)
      if (found == 0) {
        store<u64>(slot, elsewhere)
        continue
      }
    }
    references++
    if (found == 0) danglings++
    store<u64>(slot, found)
  }
  store<u64>(at, load<u64>(at) + refsA)
  store<u64>(at, load<u64>(at, 8) + refsB, 8)
}

/** The references of a record that stands outside the tables: what a resource was before the rules. */
export function resolveShadow(side: u32, at: usize): void {
  const counted = references
  const lost = danglings
  resolveOne(side, at, hashBytesA(0, 0, tagType))
  references = counted
  danglings = lost
}

export function typeOf(at: usize): u32 {
  return load<u32>(at, 56) & 1023
}

/**
 * ID-02: gives each resource the patient that its references name, by rank. Patients have theirs in the record already;
 * `patientType` is their number.
 */
export function assignPatients(side: u32, patientType: u32): void {
  const count = recordCount(side)
  for (let i: u32 = 0; i < count; i++) {
    const at = record(side, i)
    if (typeOf(at) == patientType) continue
    const first = load<u32>(at, 48)
    const last = first + load<u32>(at, 52)
    let best: u64 = 8
    let patient: u32 = 0
    for (let r = first; r < last; r++) {
      const slot = reference(side, r)
      const to = load<u64>(slot)
      const rank = (load<u64>(slot, 8) >> 2) & 7
      if (to == dangling || to == elsewhere || rank == 0 || rank >= best) continue
      const target = record(side, <u32>to - 1)
      const owner = load<u32>(target, 60)
      if (typeOf(target) != patientType || owner == 0) continue
      best = rank
      patient = owner
    }
    store<u32>(at, patient, 60)
  }
}
