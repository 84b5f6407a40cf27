import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../manifest-schema'

/** About so many bytes a file, then the next one begins. */
const fileBytes = 400_000_000
/** Lines are gathered to blocks of this many characters before they are written. */
const blockSize = 1_000_000

type Open = { stream: WriteStream; hash: Hash; bytes: number; rows: number; path: string }

/** Writes one side of a pair as `part-001.ndjson` …, and knows what its manifest says. */
export class SideWriter {
  rows = 0
  private files: Manifest['files'] = []
  private countsByType: Record<string, number> = {}
  private open: Open | undefined
  private block: string[] = []
  private blockLength = 0

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true })
  }

  async write(line: string, type: string): Promise<void> {
    this.block.push(line, '\n')
    this.blockLength += line.length + 1
    this.countsByType[type] = (this.countsByType[type] ?? 0) + 1
    this.rows += 1
    this.open ??= this.begin()
    this.open.rows += 1
    if (this.blockLength > blockSize) await this.flush()
  }

  async end(): Promise<Pick<Manifest, 'files' | 'countsByType'>> {
    await this.flush()
    await this.finish()
    return { files: this.files, countsByType: this.countsByType }
  }

  private begin(): Open {
    const path = `part-${String(this.files.length + 1).padStart(3, '0')}.ndjson`
    return { stream: createWriteStream(join(this.folder, path)), hash: createHash('sha256'), bytes: 0, rows: 0, path }
  }

  private async flush(): Promise<void> {
    if (!this.open || this.block.length === 0) return
    const bytes = Buffer.from(this.block.join(''))
    this.block = []
    this.blockLength = 0
    this.open.hash.update(bytes)
    this.open.bytes += bytes.length
    if (!this.open.stream.write(bytes)) await once(this.open.stream, 'drain')
    if (this.open.bytes > fileBytes) await this.finish()
  }

  private async finish(): Promise<void> {
    if (!this.open) return
    const { stream, hash, bytes, rows, path } = this.open
    stream.end()
    await once(stream, 'finish')
    this.files.push({ path, bytes, sha256: hash.digest('hex'), rows })
    this.open = undefined
  }
}
