import type { Side } from '../compare/side'
import { listedFaults } from '../input/fault-list'
import { listFiles } from '../input/list-files'
import { isUnchanged, type ReadFile } from '../input/read-side'
import { readLines } from '../input/reread'
import type { LoadedProfile } from '../sameness/load-profile'
import { type FilePart, importPart } from './file-part'
import type { Kernel } from './kernel-program'
import type { LineBuffer } from './line-buffer'
import { LineFaults } from './line-faults'
import { sideNumber } from './resolve-sides'
import { scanFile } from './scan-file'
import type { PartTask } from './scan-part'
import { TakenLines } from './take-lines'
import { setTouched, touchedTypes } from './touched-types'

/** One side in the kernel: its files as they were read, what the host did for its lines, its faults. */
export class ScannedSide {
  readonly files: ReadFile[] = []
  readonly faults: LineFaults
  readonly lines: TakenLines
  readonly paths: string[]
  private readonly number: 0 | 1
  private hasUuids = false

  constructor(
    private readonly kernel: Kernel,
    readonly side: Side,
    readonly folder: string,
    private readonly profile: LoadedProfile,
    private readonly maxLine: number,
  ) {
    this.number = sideNumber[side]
    this.faults = new LineFaults(side)
    this.lines = new TakenLines(kernel, side, profile)
    this.paths = this.list()
  }

  /** Reads all files into this kernel, in their order. */
  async scan(buffer: LineBuffer, progress: (bytes: number) => void): Promise<void> {
    setTouched(this.kernel, touchedTypes(this.side, this.profile))
    const uuids: number = this.kernel.exports.uuids.value
    for (const [file, path] of this.paths.entries()) {
      const { number: side, folder, maxLine } = this
      const fault = this.faultsOf(file)
      const read = await scanFile(this.kernel, buffer, {
        side,
        folder,
        path,
        file,
        maxLine,
        fault,
        asked: this.lines.take,
        progress,
      })
      if (read) this.files.push(read)
    }
    this.hasUuids = this.kernel.exports.uuids.value > uuids
  }

  /** The same files as tasks for others. */
  tasks(fingerprintKey: Uint8Array): PartTask[] {
    const touched = touchedTypes(this.side, this.profile)
    return this.paths.map((path) => ({ folder: this.folder, path, maxLine: this.maxLine, fingerprintKey, touched }))
  }

  /** Takes in what others read, in the order of the files. */
  async takeIn(parts: FilePart[]): Promise<void> {
    setTouched(this.kernel, touchedTypes(this.side, this.profile))
    for (const [file, part] of parts.entries()) {
      const fault = this.faultsOf(file)
      for (const { code, line, byte } of part.faults) fault(code, line, byte)
      if (!part.file) continue
      this.files.push(part.file)
      this.hasUuids ||= part.hasUuids
      // After a fault nothing is compared (IN-04), so nothing more is read either.
      if (this.faults.count > 0) continue
      const first = importPart(this.kernel, this.number, file, part)
      const bytes = await readLines(this.folder, part.file, part.asked)
      for (const [i, { record, line, isIrregular }] of part.asked.entries())
        this.lines.take({ record: first + record, line, bytes: bytes[i]!, isIrregular })
    }
  }

  /** After all files: ids that stand twice (E-ID), an empty side, files that changed meanwhile. */
  finish(): void {
    const { exports } = this.kernel
    if (this.faults.count === 0 && this.files.every((file) => file.rows === 0)) this.faults.add('E-EMPTY-SIDE', 0, '')
    // A hundred are as many as are ever listed.
    const twice = exports.reserve(4 * listedFaults)
    exports.setTwice(twice, listedFaults)
    exports.enterIds(this.number, this.hasUuids ? 1 : 0)
    const count: number = exports.twiceCount.value
    for (const record of [...this.kernel.words(twice, Math.min(count, listedFaults))])
      this.faultsOf(this.kernel.fileOf(this.number, record))('E-ID', this.kernel.lineOf(this.number, record))
    this.faults.count += Math.max(0, count - listedFaults)
  }

  noticeChanges(): void {
    for (const file of this.files)
      if (!isUnchanged(this.folder, file)) this.faults.add('E-CHANGED', this.paths.indexOf(file.path), file.path)
  }

  private faultsOf(file: number): (code: Parameters<LineFaults['add']>[0], line?: number, byte?: number) => void {
    return (code, line, byte) => this.faults.add(code, file, this.paths[file]!, line, byte)
  }

  private list(): string[] {
    try {
      return listFiles(this.folder)
    } catch {
      this.faults.add('E-READ', 0, '')
      return []
    }
  }
}
