import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FileSummary, Place } from '../compare/comparison'
import type { Side } from '../compare/side'
import { isObject, type JsonObject } from '../json/json'
import { parseJson } from '../json/parse-json'
import type { FaultList } from './fault-list'
import { GzipFault, gunzip } from './gunzip'
import { listFiles } from './list-files'
import { type Mark, readBlocks, sameMark } from './open-file'
import { isBlank, type Line, splitLines } from './split-lines'

/** 64 MiB, the greatest length of a line unless the caller says otherwise (IN-03, E-LINE). */
export const defaultMaxLine = 64 * 1024 * 1024

export type ReadFile = FileSummary & { mark: Mark }

export type SideReading = {
  side: Side
  folder: string
  maxLine: number
  faults: FaultList
  /** Each resource in the order of files and lines; `type` is its resourceType. */
  resource: (resource: JsonObject, type: string, place: Place & { path: string }) => void
  /** So many more bytes of the files were read. */
  progress: (bytes: number) => void
}

/**
 * Reads all files of one side (IN-01 to IN-03). A faulty line is added to the faults and reading goes on, so that one run
 * shows every fault; whoever calls must not compare after any (IN-04).
 */
export async function readSide(reading: SideReading): Promise<ReadFile[]> {
  const { side, folder, faults } = reading
  const before = faults.count
  let paths: string[]
  try {
    paths = listFiles(folder)
  } catch {
    faults.add('E-READ', side, '')
    return []
  }
  const files: ReadFile[] = []
  for (const path of paths) {
    try {
      files.push(await readOne(reading, path, files.length))
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
      faults.add('E-READ', side, path)
    }
  }
  if (faults.count === before && files.every((file) => file.rows === 0)) faults.add('E-EMPTY-SIDE', side, '')
  return files
}

async function readOne(reading: SideReading, path: string, file: number): Promise<ReadFile> {
  const { side, folder, faults, maxLine } = reading
  const full = join(folder, path)
  const hash = createHash('sha256')
  const mark = markOf(full)
  const summary: ReadFile = { path, bytes: 0, sha256: '', rows: 0, blankLines: 0, mark }
  const blocks = readBlocks(full, (block) => {
    hash.update(block)
    summary.bytes += block.length
    reading.progress(block.length)
  })
  try {
    for await (const line of splitLines(path.endsWith('.gz') ? gunzip(blocks) : blocks, maxLine))
      if (line.bytes && isBlank(line.bytes)) summary.blankLines++
      else {
        summary.rows++
        readLine(reading, path, file, line)
      }
  } catch (error) {
    if (!(error instanceof GzipFault)) throw error
    faults.add('E-GZIP', side, path)
  }
  if (!sameMark(mark, markOf(full))) faults.add('E-CHANGED', side, path)
  return { ...summary, sha256: hash.digest('hex') }
}

function readLine({ side, faults, maxLine, resource }: SideReading, path: string, file: number, line: Line) {
  if (!line.bytes) return faults.add('E-LINE', side, path, line.number, maxLine)
  const parsed = parseJson(line.bytes)
  if (!parsed.ok) return faults.add(parsed.fault.code, side, path, line.number, parsed.fault.byte)
  const type = isObject(parsed.value) ? parsed.value.get('resourceType') : undefined
  if (typeof type !== 'string' || !isTypeName(type)) return faults.add('E-TYPE', side, path, line.number)
  const { number, offset, length } = line
  resource(parsed.value as JsonObject, type, { side, path, file, line: number, offset, length })
}

/** Known types or not (NO-07), but a name: it is printed in the report, so it must not be a way to carry anything else. */
export const isTypeName = (type: string): boolean => /^[A-Z][A-Za-z0-9]{0,63}$/.test(type)

/** Whether a file is still the one that was read; one that is gone is not. */
export function isUnchanged(folder: string, file: ReadFile): boolean {
  try {
    return sameMark(file.mark, markOf(join(folder, file.path)))
  } catch {
    return false
  }
}

/** The mark of a file as it is now. @throws where it cannot be looked at. */
export function markOf(path: string): Mark {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path)
  return { size, modified: mtimeMs, changed: ctimeMs, node: ino }
}
