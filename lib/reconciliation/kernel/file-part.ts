import type { FaultCode } from '../input/fault-list'
import type { ReadFile } from '../input/read-side'
import type { Kernel } from './kernel-program'

/** What a kernel made of one file, so that another can go on with it: no words of a record, only hashes and places. */
export type FilePart = {
  /** Absent where it could not be read, which is among the faults. */
  file: ReadFile | undefined
  types: string[]
  hasUuids: boolean
  faults: { code: FaultCode; line?: number; byte: number }[]
  /** Lines that the host must finish, by the number of their record in this part. */
  asked: { record: number; line: number; offset: number; length: number; isIrregular: boolean }[]
  records: Uint8Array
  refs: Uint8Array
}

const [recordBytes, refBytes, wordBytes] = [64, 16, 4]
/** Records or references that pass at once. */
const portion = 32_768

/** The records and references of a side, out of the kernel's memory. */
export function exportPart(kernel: Kernel, side: number): Pick<FilePart, 'types' | 'records' | 'refs'> {
  const { exports } = kernel
  const [records, refs] = [exports.recordCount(side), exports.refCount(side)]
  return {
    types: kernel.typeNames(),
    records: gather(kernel, records, recordBytes, (from, count, at) => exports.exportRecords(side, from, count, at)),
    refs: gather(kernel, refs, refBytes, (from, count, at) => exports.exportRefs(side, from, count, at)),
  }
}

function gather(
  kernel: Kernel,
  count: number,
  size: number,
  take: (from: number, count: number, at: number) => void,
): Uint8Array {
  const all = new Uint8Array(count * size)
  const room = kernel.lend(new Uint8Array(Math.min(count, portion) * size))
  for (let from = 0; from < count; from += portion) {
    const some = Math.min(portion, count - from)
    take(from, some, room)
    all.set(kernel.bytes(room, some * size), from * size)
  }
  return all
}

/** Takes a part into a kernel, as file `file` of a side; answers the number of its first record. */
export function importPart(kernel: Kernel, side: number, file: number, part: FilePart): number {
  const { exports } = kernel
  const [first, refs] = [exports.recordCount(side), exports.refCount(side)]
  const types = exports.reserve(wordBytes * (part.types.length + 1))
  for (const [at, name] of part.types.entries()) {
    const type = exports.typeNumber(...kernel.lendText(name))
    kernel.words(types + wordBytes * at, 1)[0] = type
  }
  for (const some of portionsOf(part.records, recordBytes)) {
    const at = kernel.lend(some)
    exports.importRecords(side, at, some.length / recordBytes, file, types, refs)
  }
  for (const some of portionsOf(part.refs, refBytes))
    exports.importRefs(side, kernel.lend(some), some.length / refBytes)
  return first
}

function* portionsOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += portion * size) yield bytes.subarray(from, from + portion * size)
}
