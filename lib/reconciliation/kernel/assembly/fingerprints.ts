import {
  hashA,
  hashB,
  keyA,
  keyB,
  pairA,
  pairB,
  scatter,
  setHash,
  stepA,
  stepB,
  tagDangling,
  tagLink,
  tagPatient,
} from './hash'
import { dangling, elsewhere, typeOf } from './resolve'
import { record, recordCount, reference, reserve } from './room'

/** Marks of a record, in the bits 10 to 14 of its word at 56. */
export const markShared: u32 = 1 << 10
export const markTouched: u32 = 1 << 11
export const markReferred: u32 = 1 << 12
export const markAgain: u32 = 1 << 13

/** Two words a patient, drawn by the host from its keyed token; the first is that of no patient. */
let salts: usize = 0
/** L2 of each record, 16 bytes. */
const seconds = memory.data(8, 8)
let patientType: u32 = 0

export function setPatients(at: usize, type: u32): void {
  salts = at
  patientType = type
}

/** L1 (LK-01): the content and the patient. */
export function firstOf(at: usize): void {
  const salt = salts + ((<usize>load<u32>(at, 60)) << 4)
  setHash(
    scatter(stepA(load<u64>(at) ^ keyB, load<u64>(salt))),
    scatter(stepB(load<u64>(at, 8) ^ keyA, load<u64>(salt, 8))),
  )
}

export function second(side: u32, i: u32): usize {
  return <usize>load<u32>(seconds + (side << 2)) + ((<usize>i) << 4)
}

/** The first L2 of every resource (LK-01). */
export function computeSeconds(side: u32): void {
  const count = recordCount(side)
  store<u32>(seconds + (side << 2), <u32>reserve((<usize>count + 1) << 4))
  for (let i: u32 = 0; i < count; i++) computeSecond(side, i, second(side, i), false)
}

/** LK-01, LK-02: what `rounds` after the first add is the L2 that a target with a shared L1 had before. */
function computeSecond(side: u32, i: u32, out: usize, rounds: bool): void {
  const at = record(side, i)
  const first = load<u32>(at, 48)
  const last = first + load<u32>(at, 52)
  let a: u64 = 0
  let b: u64 = 0
  let links: u32 = 0
  for (let r = first; r < last; r++) {
    const slot = reference(side, r)
    const to = load<u64>(slot)
    if (to == elsewhere) continue
    const path = load<u64>(slot, 8) & ~31
    links++
    if (to == dangling) setHash(tagDangling, tagDangling)
    else linkTo(side, <u32>to - 1, rounds)
    a += pairA(tagLink, path, hashA)
    b += pairB(tagLink, path, hashB)
  }
  firstOf(at)
  if (links != 0) setHash(scatter(stepA(hashA, a)), scatter(stepB(hashB, b)))
  store<u64>(out, hashA)
  store<u64>(out, hashB, 8)
}

/** A reference to a patient adds its key, which L1 has: a changed address must not change all that the patient has. */
function linkTo(side: u32, to: u32, rounds: bool): void {
  const target = record(side, to)
  const patient = load<u32>(target, 60)
  if (patient != 0 && typeOf(target) == patientType) {
    const salt = salts + ((<usize>patient) << 4)
    setHash(pairA(tagPatient, load<u64>(salt), 0), pairB(tagPatient, load<u64>(salt, 8), 0))
  } else if (rounds && (load<u32>(target, 56) & markShared) != 0) {
    const known = second(side, to)
    setHash(load<u64>(known), load<u64>(known, 8))
  } else firstOf(target)
}

/** Marks the resources with a link to one whose L1 is shared; answers how many there are. */
export function markAgains(side: u32): u32 {
  const count = recordCount(side)
  let marked: u32 = 0
  for (let i: u32 = 0; i < count; i++) {
    const at = record(side, i)
    const first = load<u32>(at, 48)
    const last = first + load<u32>(at, 52)
    for (let r = first; r < last; r++) {
      const to = load<u64>(reference(side, r))
      if (to == dangling || to == elsewhere) continue
      const target = record(side, <u32>to - 1)
      store<u32>(target, load<u32>(target, 56) | markReferred, 56)
      if ((load<u32>(target, 56) & markShared) == 0 || (load<u32>(at, 56) & markAgain) != 0) continue
      store<u32>(at, load<u32>(at, 56) | markAgain, 56)
      marked++
    }
  }
  return marked
}

/** One more round for those marked: first all are computed into `room`, then all are set. */
export function runRound(side: u32, room: usize): void {
  const count = recordCount(side)
  let out = room
  for (let i: u32 = 0; i < count; i++)
    if ((load<u32>(record(side, i), 56) & markAgain) != 0) {
      computeSecond(side, i, out, true)
      out += 16
    }
  out = room
  for (let i: u32 = 0; i < count; i++)
    if ((load<u32>(record(side, i), 56) & markAgain) != 0) {
      memory.copy(second(side, i), out, 16)
      out += 16
    }
}
