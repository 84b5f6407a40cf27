/** What is known of the line being read. */

/** Codes of the keys that mean something at the top of a resource, and of some below. The host registers their texts. */
export const codeType: u32 = 1
export const codeId: u32 = 2
export const codeMeta: u32 = 3
export const codeContained: u32 = 4
/** 5 subject, 6 patient, 7 for, 8 beneficiary: the ranks of ID-02, plus four. */
export const codeOwner: u32 = 5
export const codeParticipant: u32 = 9
/** 16 and on: the fields that can date a resource, in their order (C12). */
export const codeMonth: u32 = 16

/** What the value of a key is read as. */
export const rolePlain: u32 = 0
/** 1 to 5: a reference below names the patient, by rank. */
export const roleActor: u32 = 5
export const roleParticipant: u32 = 6
export const roleMeta: u32 = 7
export const rolePeriod: u32 = 8

export const noType: u32 = 0xffffffff
export let lineType: u32 = noType
export let idHash: u64 = 0
export let hasId: bool = false
/** A contained resource or a reference to one: the host reads the line again, slowly and exactly. */
export let isIrregular: bool = false
export let month: u32 = 0
let monthRank: u32 = 0xffffffff
/** The date field that is being read. */
export let dating: u32 = 0

export function clearLine(): void {
  lineType = noType
  hasId = false
  idHash = 0
  isIrregular = false
  month = 0
  monthRank = 0xffffffff
}
export function setType(type: u32): void {
  lineType = type
}
export function setId(hash: u64): void {
  hasId = true
  idHash = hash
}
export function setIrregular(): void {
  isIrregular = true
}
export function setDating(rank: u32): void {
  dating = rank
}

/** `YYYY-MM`, then no digit: takes the month where the field comes before the one that was taken (C12). 1 + 12 × year + month. */
export function takeMonth(p: usize, length: usize): void {
  if (length < 7 || dating >= monthRank) return
  let year: u32 = 0
  for (let i: usize = 0; i < 4; i++) {
    const digit = <u32>load<u8>(p + i) - 0x30
    if (digit > 9) return
    year = year * 10 + digit
  }
  if (load<u8>(p, 4) != 0x2d) return
  const tens = <u32>load<u8>(p, 5) - 0x30
  const ones = <u32>load<u8>(p, 6) - 0x30
  if (tens > 1 || ones > 9) return
  const number = tens * 10 + ones
  if (number < 1 || number > 12) return
  if (length > 7 && <u32>load<u8>(p, 7) - 0x30 <= 9) return
  monthRank = dating
  month = year * 12 + number
}

/** Keys by their hash: eight bytes of hash, then the code. Open addressing over 64 places. */
const topKeys = memory.data(64 * 16, 16)
export let keyReference: u64 = 0
export let keyActor: u64 = 0
export let keyStart: u64 = 0
/** `versionId`, `lastUpdated`, `source`, `profile` (NO-04). */
const droppedOfMeta = memory.data(4 * 8, 16)

export function clearKeys(): void {
  memory.fill(topKeys, 0, 64 * 16)
}

/** Registers a key's hash: 1 to 63 a code at the top, 64 to 67 dropped from meta, 70 reference, 71 actor, 72 start. */
export function registerKey(hash: u64, code: u32): void {
  if (code >= 64 && code < 68) return store<u64>(droppedOfMeta + ((code - 64) << 3), hash)
  if (code == 70) keyReference = hash
  else if (code == 71) keyActor = hash
  else if (code == 72) keyStart = hash
  else {
    let at = <u32>hash & 63
    while (load<u32>(topKeys + (at << 4), 8) != 0) at = (at + 1) & 63
    store<u64>(topKeys + (at << 4), hash)
    store<u32>(topKeys + (at << 4), code, 8)
  }
}

export function codeOf(hash: u64): u32 {
  let at = <u32>hash & 63
  while (true) {
    const code = load<u32>(topKeys + (at << 4), 8)
    if (code == 0 || load<u64>(topKeys + (at << 4)) == hash) return code
    at = (at + 1) & 63
  }
}

export function isDroppedOfMeta(hash: u64): bool {
  for (let i: u32 = 0; i < 4; i++) if (load<u64>(droppedOfMeta + (i << 3)) == hash) return true
  return false
}
