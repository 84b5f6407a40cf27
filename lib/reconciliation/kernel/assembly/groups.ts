import { firstOf, markReferred, markShared, markTouched, second } from './fingerprints'
import { hashA, hashB } from './hash'
import { typeOf } from './resolve'
import { record, recordCount, reserve } from './room'
import { sortEntries } from './sort-entries'

/** Resources by patient: their numbers, and where each patient's begin (one more at the end). */
const orders = memory.data(8, 8)
const starts = memory.data(8, 8)
/** Room for the entries of the largest group of each side, and for the L2 of both. */
const entries = memory.data(8, 8)
export let material: usize = 0
export let sourceInGroup: u32 = 0
export let targetInGroup: u32 = 0
/** Pairs of equal L1 and L2 by type. */
export const matched = memory.data(1024 * 4, 8)
/** Resources of the groups of equal L1 that the host must pair itself, and how many. */
const leftovers = memory.data(8, 8)
const leftoverCounts = memory.data(8, 8)
/** LK-02: resources that something refers to and that nothing tells apart. */
const alike = memory.data(8, 8)

const wide: usize = 40

/** Groups a side by patient, within each by file and line; `patients` counts nobody as the first. */
export function groupByPatient(side: u32, patients: u32): u32 {
  const all = recordCount(side)
  const begin = reserve((<usize>patients + 2) << 2)
  const order = reserve((<usize>all + 1) << 2)
  memory.fill(begin, 0, (<usize>patients + 2) << 2)
  store<u32>(orders + (side << 2), <u32>order)
  store<u32>(starts + (side << 2), <u32>begin)
  for (let i: u32 = 0; i < all; i++) {
    const slot = begin + ((<usize>load<u32>(record(side, i), 60)) << 2)
    store<u32>(slot, load<u32>(slot, 8) + 1, 8)
  }
  let largest: u32 = 0
  for (let p: u32 = 0; p < patients; p++) {
    const slot = begin + ((<usize>p) << 2)
    const size = load<u32>(slot, 8)
    if (size > largest) largest = size
    store<u32>(slot, size + load<u32>(slot, 4), 8)
  }
  for (let i: u32 = 0; i < all; i++) {
    const slot = begin + ((<usize>load<u32>(record(side, i), 60)) << 2)
    const place = load<u32>(slot, 4)
    store<u32>(order + ((<usize>place) << 2), i)
    store<u32>(slot, place + 1, 4)
  }
  return largest
}

export function setGroupRoom(largestSource: u32, largestTarget: u32): void {
  store<u32>(entries, <u32>reserve(<usize>(largestSource + 1) * wide))
  store<u32>(entries + 4, <u32>reserve(<usize>(largestTarget + 1) * wide))
  material = reserve((<usize>(largestSource + largestTarget + 1)) << 4)
  store<u32>(leftovers, <u32>reserve((<usize>(recordCount(0) + 1)) << 2))
  store<u32>(leftovers + 4, <u32>reserve((<usize>(recordCount(1) + 1)) << 2))
}

export function leftover(side: u32, i: u32): u32 {
  return load<u32>(<usize>load<u32>(leftovers + (side << 2)) + ((<usize>i) << 2))
}
export function leftoverCount(side: u32): u32 {
  return load<u32>(leftoverCounts + (side << 2))
}
export function alikeCount(side: u32): u32 {
  return load<u32>(alike + (side << 2))
}

/** The entries of one patient on one side, sorted; answers how many. */
function gather(side: u32, patient: u32, withSeconds: bool): u32 {
  const begin = <usize>load<u32>(starts + (side << 2)) + ((<usize>patient) << 2)
  const order = <usize>load<u32>(orders + (side << 2))
  const from = load<u32>(begin)
  const to = load<u32>(begin, 4)
  const room = <usize>load<u32>(entries + (side << 2))
  let out = room
  for (let k = from; k < to; k++) {
    const i = load<u32>(order + ((<usize>k) << 2))
    firstOf(record(side, i))
    store<u64>(out, hashA)
    store<u64>(out, hashB, 8)
    store<u64>(out, withSeconds ? load<u64>(second(side, i)) : 0, 16)
    store<u64>(out, withSeconds ? load<u64>(second(side, i), 8) : 0, 24)
    store<u64>(out, <u64>i, 32)
    out += wide
  }
  if (to - from > 1) sortEntries(room, out - wide)
  return to - from
}

function sameFirst(p: usize, q: usize): bool {
  return load<u64>(p) == load<u64>(q) && load<u64>(p, 8) == load<u64>(q, 8)
}

/** -1, 0, 1 by L1. */
function orderOf(p: usize, q: usize): i32 {
  const a = load<u64>(p)
  const b = load<u64>(q)
  if (a != b) return a < b ? -1 : 1
  const c = load<u64>(p, 8)
  const d = load<u64>(q, 8)
  return c == d ? 0 : c < d ? -1 : 1
}

function runEnd(from: usize, end: usize): usize {
  let to = from + wide
  while (to < end && sameFirst(from, to)) to += wide
  return to
}

/** Marks what shares its L1 with another of its own side, and what has that L1 on the other side (LK-02). */
export function markSharedOf(patient: u32): void {
  const source = <usize>load<u32>(entries)
  const target = <usize>load<u32>(entries, 4)
  const sourceEnd = source + <usize>gather(0, patient, false) * wide
  const targetEnd = target + <usize>gather(1, patient, false) * wide
  let s = source
  let t = target
  while (s < sourceEnd || t < targetEnd) {
    const order = s == sourceEnd ? 1 : t == targetEnd ? -1 : orderOf(s, t)
    const sEnd = order <= 0 ? runEnd(s, sourceEnd) : s
    const tEnd = order >= 0 ? runEnd(t, targetEnd) : t
    if (sEnd - s > wide || tEnd - t > wide) {
      for (; s < sEnd; s += wide) markOne(0, s, markShared)
      for (; t < tEnd; t += wide) markOne(1, t, markShared)
    }
    s = sEnd
    t = tEnd
  }
}

function markOne(side: u32, entry: usize, mark: u32): void {
  const at = record(side, <u32>load<u64>(entry, 32))
  store<u32>(at, load<u32>(at, 56) | mark, 56)
}

/**
 * Compares the resources of one patient (LK-04): groups of equal L1 whose L2 agree one by one are matched and counted; every
 * other group is left to the host, whole. Writes the L2 of both sides, sorted by L1 and L2, for the patient's leaf.
 */
export function comparePatient(patient: u32): void {
  const source = <usize>load<u32>(entries)
  const target = <usize>load<u32>(entries, 4)
  sourceInGroup = gather(0, patient, true)
  targetInGroup = gather(1, patient, true)
  const sourceEnd = source + <usize>sourceInGroup * wide
  const targetEnd = target + <usize>targetInGroup * wide
  writeMaterial(target, targetEnd, writeMaterial(source, sourceEnd, material))
  countAlike(0, source, sourceEnd)
  countAlike(1, target, targetEnd)
  let s = source
  let t = target
  while (s < sourceEnd || t < targetEnd) {
    const order = s == sourceEnd ? 1 : t == targetEnd ? -1 : orderOf(s, t)
    const sEnd = order <= 0 ? runEnd(s, sourceEnd) : s
    const tEnd = order >= 0 ? runEnd(t, targetEnd) : t
    if (agree(s, sEnd, t, tEnd)) {
      const slot = matched + (typeOf(record(0, <u32>load<u64>(s, 32))) << 2)
      store<u32>(slot, load<u32>(slot) + <u32>((sEnd - s) / wide))
    } else {
      for (let p = s; p < sEnd; p += wide) leave(0, p)
      for (let p = t; p < tEnd; p += wide) leave(1, p)
    }
    s = sEnd
    t = tEnd
  }
}

/** As many on each side, of equal L2 each, and none that a rule changed. */
function agree(s: usize, sEnd: usize, t: usize, tEnd: usize): bool {
  if (sEnd - s != tEnd - t) return false
  for (; s < sEnd; s += wide, t += wide) {
    if (load<u64>(s, 16) != load<u64>(t, 16) || load<u64>(s, 24) != load<u64>(t, 24)) return false
    const marks = load<u32>(record(0, <u32>load<u64>(s, 32)), 56) | load<u32>(record(1, <u32>load<u64>(t, 32)), 56)
    if ((marks & markTouched) != 0) return false
  }
  return true
}

function leave(side: u32, entry: usize): void {
  const count = leftoverCount(side)
  store<u32>(<usize>load<u32>(leftovers + (side << 2)) + ((<usize>count) << 2), <u32>load<u64>(entry, 32))
  store<u32>(leftoverCounts + (side << 2), count + 1)
}

function writeMaterial(from: usize, end: usize, out: usize): usize {
  for (let p = from; p < end; p += wide) {
    store<u64>(out, load<u64>(p, 16))
    store<u64>(out, load<u64>(p, 24), 8)
    out += 16
  }
  return out
}

function countAlike(side: u32, from: usize, end: usize): void {
  let run: u32 = 0
  let referred: u32 = 0
  for (let p = from; p < end; p += wide) {
    const isReferred = (load<u32>(record(side, <u32>load<u64>(p, 32)), 56) & markReferred) != 0 ? 1 : 0
    const isNext =
      p > from &&
      sameFirst(p, p - wide) &&
      load<u64>(p, 16) == load<u64>(p - wide, 16) &&
      load<u64>(p, 24) == load<u64>(p - wide, 24)
    if (!isNext) {
      if (referred > 1) run += referred
      referred = 0
    }
    referred += isReferred
  }
  if (referred > 1) run += referred
  store<u32>(alike + (side << 2), alikeCount(side) + run)
}
