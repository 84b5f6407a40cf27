import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { GzipFault, gunzip } from '../input/gunzip'
import { listFiles } from '../input/list-files'
import { readBlocks, sameMark } from '../input/open-file'
import { markOf, type ReadFile } from '../input/read-side'
import type { Kernel } from './kernel-program'
import type { LineBuffer } from './line-buffer'
import { faultOfLine, type LineFaults } from './line-faults'

/** A line that the kernel hands over: its record and why it is not finished. Its bytes are valid until the kernel is called. */
export type AskedLine = { record: number; bytes: Uint8Array; isIrregular: boolean }

export type ScanRequest = {
  side: number
  folder: string
  maxLine: number
  faults: LineFaults
  asked: (line: AskedLine) => void
  progress: (bytes: number) => void
}

const [faulty, irregular] = [1, 2]

/** Reads all files of a side into the kernel's records (IN-01 to IN-03), as `readSide` does for the plain engine. */
export async function scanSide(kernel: Kernel, buffer: LineBuffer, request: ScanRequest): Promise<ReadFile[]> {
  const { folder, faults } = request
  let paths: string[]
  try {
    paths = listFiles(folder)
  } catch {
    faults.add('E-READ', 0, '')
    return []
  }
  const files: ReadFile[] = []
  for (const [at, path] of paths.entries()) {
    try {
      files.push(await scanFile(kernel, buffer, request, path, at))
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
      faults.add('E-READ', at, path)
    }
  }
  if (faults.count === 0 && files.every((file) => file.rows === 0)) faults.add('E-EMPTY-SIDE', 0, '')
  return files
}

async function scanFile(kernel: Kernel, buffer: LineBuffer, request: ScanRequest, path: string, file: number) {
  const { folder, faults, maxLine, progress } = request
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
    lines: (from, to, offset) => scanLines(kernel, request, { path, file, from, to, offset }),
    tooLong: () => {
      kernel.exports.skipLine()
      faults.add('E-LINE', file, path, kernel.exports.lineNumber.value, maxLine)
    },
  })
  try {
    if (path.endsWith('.gz')) for await (const block of gunzip(readBlocks(full, seen))) buffer.put(block)
    else await readInto(buffer, full, seen)
    buffer.end()
  } catch (error) {
    if (!(error instanceof GzipFault)) throw error
    faults.add('E-GZIP', file, path)
  }
  if (!sameMark(mark, markOf(full))) faults.add('E-CHANGED', file, path)
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

type Stretch = { path: string; file: number; from: number; to: number; offset: number }

function scanLines(kernel: Kernel, request: ScanRequest, { path, file, from, to, offset }: Stretch): void {
  const { exports } = kernel
  for (let at = from; at < to; ) {
    const stopped = exports.scan(request.side, file, at, to, offset + (at - from))
    // What is done for a line may let the memory grow, so its bytes are looked up when it is its turn.
    for (const { record, address, length, line, why } of kernel.attention()) {
      const bytes = kernel.bytes(address, length)
      if (why !== faulty) request.asked({ record, bytes, isIrregular: (why & irregular) !== 0 })
      else {
        const fault = faultOfLine(bytes, request.maxLine)
        if (!fault) throw new Error(`The kernel refuses a line that has no fault: ${path}, line ${line}`)
        request.faults.add(fault.code, file, path, line, fault.byte)
      }
    }
    at = stopped
  }
}
