import { hashA, hashB, keyA, keyB, scatter, stepA, stepB, typedId } from './hash'
import { clearLine, hasId, idHash, isIrregular, lineType, month, noType } from './line'
import { clearRefs, refsA, refsB } from './references'
import { addRecord, cutRefs, recordCount, refCount } from './room'
import { isAsked, typeHash } from './type-table'
import { beginLine, readResource, skipSpace } from './values'

/** Why the host looks at a line itself. */
export const whyFaulty: u32 = 1
export const whyIrregular: u32 = 2
/** Its type is one that the host asked for: Patient, or one that a rule touches. */
export const whyAsked: u32 = 4

/** Entries of 32 bytes: record, address, length, why, line. */
let attention: usize = 0
let attentionMost: u32 = 0
export let attentionCount: u32 = 0
export let lineNumber: u32 = 0
export let blankLines: u32 = 0
export let rows: u32 = 0
let longest: usize = 0

export function setAttention(at: usize, most: u32): void {
  attention = at
  attentionMost = most
}
export function beginFile(line: u32, most: usize): void {
  lineNumber = line
  blankLines = 0
  rows = 0
  longest = most
}
/** A line that is too long to be held: it is counted, and its bytes are passed over. */
export function skipLine(): void {
  lineNumber++
  rows++
}
/**
 * Reads whole lines of one file from `p` to `end`, which follows a line feed. Answers where it stopped: before `end` only where
 * the host must look at what has gathered. `offset` is the place of `p` in the file.
 */
export function scan(side: u32, file: u32, p: usize, end: usize, offset: f64): usize {
  const base = <u64>offset - <u64>p
  attentionCount = 0
  while (p < end && attentionCount < attentionMost) {
    const start = p
    lineNumber++
    p = skipSpace(p)
    if (load<u8>(p) == 0x0a) {
      blankLines++
      p++
      continue
    }
    rows++
    const refsBefore = refCount(side)
    clearLine()
    clearRefs()
    beginLine(side)
    p = readResource(p)
    if (p != 0) p = skipSpace(p)
    const type = p != 0 && load<u8>(p) == 0x0a ? lineType : noType
    if (type == noType) p = lineEnd(start)
    const isLong = p - start > longest
    const length = isLong ? p - start : lengthOf(start, p)
    if (type == noType || isLong) {
      cutRefs(side, refsBefore)
      attend(0xffffffff, start, length, whyFaulty)
    } else {
      const at = addRecord(side)
      writeRecord(at, base + <u64>start, file, <u32>length, refsBefore, refCount(side) - refsBefore, type)
      const asked = isAsked(type)
      if (isIrregular || asked)
        attend(recordCount(side) - 1, start, length, (isIrregular ? whyIrregular : 0) | (asked ? whyAsked : 0))
    }
    p++
  }
  return p
}

function writeRecord(at: usize, offset: u64, file: u32, length: u32, refs: u32, refsCount: u32, type: u32): void {
  writeContent(at, refs, refsCount)
  const hash = typeHash(type)
  store<u64>(at, hasId ? typedId(hash, idHash) : 0, 16)
  store<u64>(at, hasId ? idHash : 0, 24)
  store<u64>(at, (offset << 16) | <u64>file, 32)
  store<u32>(at, length, 40)
  store<u32>(at, lineNumber, 44)
  store<u32>(at, (month << 15) | type, 56)
  store<u32>(at, 0, 60)
}

/** Content lanes and references of a record; the references of known form have their part in the content already. */
export function writeContent(at: usize, refs: u32, refsCount: u32): void {
  store<u64>(at, scatter(stepA(keyA, hashA)) + refsA)
  store<u64>(at, scatter(stepB(keyB, hashB)) + refsB, 8)
  store<u32>(at, refs, 48)
  store<u32>(at, refsCount, 52)
}

function attend(at: u32, p: usize, length: usize, why: u32): void {
  const entry = attention + (attentionCount << 5)
  store<u32>(entry, at)
  store<u32>(entry, <u32>p, 4)
  store<u32>(entry, <u32>length, 8)
  store<u32>(entry, why, 12)
  store<u32>(entry, lineNumber, 16)
  attentionCount++
}

/** The line feed that ends the line at `p`. */
function lineEnd(p: usize): usize {
  const feed = i8x16.splat(0x0a)
  while (true) {
    const hits = i8x16.bitmask(i8x16.eq(v128.load(p), feed))
    if (hits != 0) return p + ctz<i32>(hits)
    p += 16
  }
}

/** Without the carriage return of CRLF. */
function lengthOf(start: usize, feed: usize): usize {
  return feed > start && load<u8>(feed - 1) == 0x0d ? feed - start - 1 : feed - start
}
