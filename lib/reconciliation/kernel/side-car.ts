import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson, sha256Hex } from '../canonical-json'
import { readBlocks } from '../input/open-file'
import { markOf } from '../input/read-side'
import type { FilePart } from './file-part'
import type { PartTask } from './scan-part'
import type { ReadParts } from './scan-pool'

/** What decides whether a part can be used again, beside the file's own bytes. */
export type PartKey = { kernel: string; profile: string; keyId: string; maxLine: number; touched: unknown }

const headerLength = 4

/**
 * EN-06: keeps each file's part in a folder beside the report, readable by its owner only, and takes it from there where a run
 * was stopped. A part counts for the same bytes, kernel, profile and switch key only. It holds hashes and places, no words.
 */
export class SideCar {
  constructor(
    private readonly folder: string,
    private readonly key: Omit<PartKey, 'touched'>,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  }

  /** Reads what is not kept yet, one file after the other, so that a kill loses the file in hand at most. */
  keeping(read: ReadParts, threads: number): ReadParts {
    return async (tasks, progress) => {
      const parts = new Array<FilePart>(tasks.length)
      const left: number[] = []
      for (const [at, task] of tasks.entries()) {
        const kept = await this.find(task)
        if (kept) {
          parts[at] = kept
          progress(kept.file!.bytes)
        } else left.push(at)
      }
      for (let from = 0; from < left.length; from += threads) {
        const some = left.slice(from, from + threads)
        const fresh = await read(
          some.map((at) => tasks[at]!),
          progress,
        )
        for (const [i, at] of some.entries()) {
          parts[at] = fresh[i]!
          this.keep(tasks[at]!, fresh[i]!)
        }
      }
      return parts
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async find(task: PartTask): Promise<FilePart | undefined> {
    const full = join(task.folder, task.path)
    if (!existsSync(full)) return undefined
    const mark = markOf(full)
    const hash = createHash('sha256')
    for await (const block of readBlocks(full)) hash.update(block)
    const path = this.pathOf(task, hash.digest('hex'))
    if (!existsSync(path)) return undefined
    const bytes = readFileSync(path)
    const length = bytes.readUInt32LE(0)
    const { records, refs, ...rest } = JSON.parse(bytes.toString('utf8', headerLength, headerLength + length))
    const at = headerLength + length
    if (bytes.length !== at + records + refs) return undefined
    return {
      ...rest,
      file: { ...rest.file, path: task.path, mark },
      records: bytes.subarray(at, at + records),
      refs: bytes.subarray(at + records),
    }
  }

  /** Whole or not at all. A file with a fault is read again: its fault must be told again. */
  private keep(task: PartTask, part: FilePart): void {
    if (!part.file || part.faults.length > 0) return
    const { records, refs, ...rest } = part
    const header = Buffer.from(JSON.stringify({ ...rest, records: records.length, refs: refs.length }))
    const length = Buffer.alloc(headerLength)
    length.writeUInt32LE(header.length)
    const path = this.pathOf(task, part.file.sha256)
    writeFileSync(`${path}.part`, Buffer.concat([length, header, records, refs]), { mode: 0o600 })
    renameSync(`${path}.part`, path)
  }

  private pathOf({ touched }: PartTask, sha256: string): string {
    return join(this.folder, sha256Hex(canonicalJson({ ...this.key, touched, sha256 })))
  }
}
