import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const kernelFile = fileURLToPath(new URL('kernel.wasm', import.meta.url))
const pageBytes = 65_536
const [recordsInBlock, recordWords] = [1 << 15, 16]
/** So many lines the kernel leaves to the host before it stops. */
const attentionMost = 4_096

export type Attention = { record: number; address: number; length: number; why: number; line: number }

/** What `assembly/kernel.ts` exports. Addresses and record numbers are whole numbers, hashes are 64 bits. */
export type KernelExports = {
  setKey: (a: bigint, b: bigint) => void
  registerKey: (hash: bigint, code: number) => void
  hashBytes: (at: number, length: number, tag: bigint) => void
  hashBytesA: (at: number, length: number, tag: bigint) => bigint
  typedId: (type: bigint, id: bigint) => bigint
  hashA: WebAssembly.Global
  hashB: WebAssembly.Global
  reserve: (bytes: number) => number
  clearSide: (side: number) => void
  exportRecords: (side: number, from: number, count: number, at: number) => void
  exportRefs: (side: number, from: number, count: number, at: number) => void
  importRecords: (side: number, at: number, count: number, file: number, types: number, refs: number) => void
  importRefs: (side: number, at: number, count: number) => void
  setScratch: (at: number) => void
  setKeyRoom: (at: number, bytes: number) => void
  setAttention: (at: number, most: number) => void
  askFor: (type: number) => void
  askForAll: (all: number) => void
  typeNumber: (at: number, length: number) => number
  typeNameAt: (type: number) => number
  typeNameLength: (type: number) => number
  typeCount: WebAssembly.Global
  clearRenames: () => void
  uuids: WebAssembly.Global
  addRename: (from: bigint, to: bigint) => void
  beginFile: (line: number, longest: number) => void
  scan: (side: number, file: number, from: number, to: number, offset: number) => number
  skipLine: () => void
  attentionCount: WebAssembly.Global
  lineNumber: WebAssembly.Global
  blankLines: WebAssembly.Global
  rows: WebAssembly.Global
  record: (side: number, at: number) => number
  recordCount: (side: number) => number
  refCount: (side: number) => number
  reference: (side: number, at: number) => number
  buildBegin: (side: number) => void
  buildOpen: (kind: number) => void
  buildClose: () => void
  buildKey: (at: number, length: number) => void
  buildIndex: (place: number) => void
  buildScalar: (kind: number, at: number, length: number) => void
  buildReference: (at: number, length: number, rank: number) => void
  buildContained: (position: number) => void
  buildEnd: (record: number) => void
  setTwice: (at: number, most: number) => void
  twiceCount: WebAssembly.Global
  enterIds: (side: number, uuids: number) => void
  find: (side: number, typedId: bigint) => number
  findById: (side: number, id: bigint) => number
  resolveAll: (side: number) => void
  resolveShadow: (side: number, at: number) => void
  references: WebAssembly.Global
  danglings: WebAssembly.Global
  setPatients: (salts: number, patientType: number) => void
  assignPatients: (side: number, patientType: number) => void
  firstOf: (record: number) => void
  computeSeconds: (side: number) => void
  second: (side: number, at: number) => number
  markAgains: (side: number) => number
  runRound: (side: number, room: number) => void
  groupByPatient: (side: number, patients: number) => number
  setGroupRoom: (largestSource: number, largestTarget: number) => void
  markSharedOf: (patient: number) => void
  comparePatient: (patient: number) => void
  material: WebAssembly.Global
  sourceInGroup: WebAssembly.Global
  targetInGroup: WebAssembly.Global
  matched: WebAssembly.Global
  leftover: (side: number, at: number) => number
  leftoverCount: (side: number) => number
  alikeCount: (side: number) => number
}

const program = readFileSync(kernelFile)

/** One kernel with a memory of its own. Views of the memory are made anew whenever it has grown. */
export class Kernel {
  readonly memory = new WebAssembly.Memory({ initial: 64, maximum: 65_536 })
  readonly exports: KernelExports
  private readonly attentionRoom: number
  private room = { at: 0, bytes: 0 }

  constructor() {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(program), { env: { memory: this.memory } })
    this.exports = instance.exports as KernelExports
    this.attentionRoom = this.exports.reserve(32 * attentionMost)
    this.exports.setAttention(this.attentionRoom, attentionMost)
  }

  bytes(at: number, length: number): Buffer {
    return Buffer.from(this.memory.buffer, at, length)
  }
  words(at: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, at, length)
  }
  typeNames(): string[] {
    const { typeCount, typeNameAt, typeNameLength } = this.exports
    return Array.from({ length: typeCount.value }, (_, type) =>
      this.bytes(typeNameAt(type), typeNameLength(type)).toString('latin1'),
    )
  }
  fileOf(side: number, record: number): number {
    return this.words(this.exports.record(side, record), 16)[8]! & 0xffff
  }
  /** Sixteen bits of file, then forty-eight of offset. */
  offsetOf(side: number, record: number): number {
    const words = this.words(this.exports.record(side, record), 16)
    return words[9]! * 65_536 + (words[8]! >>> 16)
  }
  lineOf(side: number, record: number): number {
    return this.words(this.exports.record(side, record), 16)[11]!
  }
  /** The words of all records of a side, a block of the kernel's memory at a time (`assembly/room.ts`). */
  *recordBlocks(side: number): Generator<Uint32Array> {
    const count = this.exports.recordCount(side)
    for (let from = 0; from < count; from += recordsInBlock)
      yield this.words(this.exports.record(side, from), recordWords * Math.min(recordsInBlock, count - from))
  }
  /** The lines that the last call of `scan` left to the host. */
  attention(): Attention[] {
    return Array.from({ length: this.exports.attentionCount.value }, (_, i) => {
      const [record, address, length, why, line] = this.words(this.attentionRoom + 32 * i, 5)
      return { record: record!, address: address!, length: length!, why: why!, line: line! }
    })
  }
  /** Puts bytes where the kernel can read them; the next call overwrites them. */
  lend(bytes: Uint8Array): number {
    if (bytes.length + 32 > this.room.bytes) {
      const size = Math.max(pageBytes, 2 * bytes.length)
      this.room = { at: this.exports.reserve(size), bytes: size }
    }
    new Uint8Array(this.memory.buffer).set(bytes, this.room.at)
    return this.room.at
  }
  lendText(text: string): [at: number, length: number] {
    const bytes = Buffer.from(text)
    return [this.lend(bytes), bytes.length]
  }
}
