import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { FaultCode } from '../input/fault-list'
import { GzipFault, gunzip } from '../input/gunzip'
import { readBlocks, sameMark } from '../input/open-file'
import { markOf, type ReadFile } from '../input/read-side'
import type { Kernel } from './kernel-program'
import type { LineBuffer } from './line-buffer'
import { faultOfLine } from './line-faults'

/** A line that the kernel hands over, by its record, and why it is not finished. Its bytes hold until the kernel is called. */
export type AskedLine = { record: number; line: number; bytes: Uint8Array; isIrregular: boolean }

export type FileScan = {
  side: number
  folder: string
  path: string
  file: number
  maxLine: number
  fault: (code: FaultCode, line?: number, byte?: number) => void
  asked: (line: AskedLine) => void
  progress: (bytes: number) => void
}

const [faulty, irregular] = [1, 2]

/** Reads one file into the kernel's records (IN-01 to IN-03). Undefined where it cannot be read, which is a fault. */
export async function scanFile(kernel: Kernel, buffer: LineBuffer, scan: FileScan): Promise<ReadFile | undefined> {
  try {
    return await readWhole(kernel, buffer, scan)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    scan.fault('E-READ')
    return undefined
  }
}

async function readWhole(kernel: Kernel, buffer: LineBuffer, scan: FileScan): Promise<ReadFile> {
  const { folder, path, maxLine, fault, progress } = scan
  const full = join(folder, path)
  const hash = createHash('sha256')
  const mark = markOf(full)
  let bytes = 0
  const seen = (block: Uint8Array) => {
    hash.update(block)
    bytes += block.length
    progress(block.length)
  }
  kernel.exports.beginFile(0, maxLine)
  buffer.begin(maxLine, {
    lines: (from, to, offset) => scanLines(kernel, scan, from, to, offset),
    tooLong: () => {
      kernel.exports.skipLine()
      fault('E-LINE', kernel.exports.lineNumber.value, maxLine)
    },
  })
  try {
    if (path.endsWith('.gz')) for await (const block of gunzip(readBlocks(full, seen))) buffer.put(block)
    else await readInto(buffer, full, seen)
    buffer.end()
  } catch (error) {
    if (!(error instanceof GzipFault)) throw error
    fault('E-GZIP')
  }
  if (!sameMark(mark, markOf(full))) fault('E-CHANGED')
  const [rows, blankLines] = [kernel.exports.rows.value, kernel.exports.blankLines.value]
  return { path, bytes, sha256: hash.digest('hex'), rows, blankLines, mark }
}

/** Straight into the kernel's memory; between two blocks others have their turn (a signal, the progress). */
async function readInto(buffer: LineBuffer, path: string, seen: (block: Uint8Array) => void): Promise<void> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const room = buffer.room()
      const read = readSync(file, room, 0, room.length, null)
      if (read === 0) return
      seen(room.subarray(0, read))
      buffer.filled(read)
      await setImmediate()
    }
  } finally {
    closeSync(file)
  }
}

function scanLines(kernel: Kernel, scan: FileScan, from: number, to: number, offset: number): void {
  for (let at = from; at < to; ) {
    const stopped = kernel.exports.scan(scan.side, scan.file, at, to, offset + (at - from))
    // What is done for a line may let the memory grow, so its bytes are looked up when it is its turn.
    for (const { record, address, length, line, why } of kernel.attention()) {
      const bytes = kernel.bytes(address, length)
      if (why !== faulty) scan.asked({ record, line, bytes, isIrregular: (why & irregular) !== 0 })
      else {
        const found = faultOfLine(bytes, scan.maxLine)
        if (!found) throw new Error(`The kernel refuses a line that has no fault: ${scan.path}, line ${line}`)
        scan.fault(found.code, line, found.byte)
      }
    }
    at = stopped
  }
}
