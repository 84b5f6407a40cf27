import 'server-only'
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { addPart, type BulkFormat } from './bulk-store'

/** Writes one file part by part: only its hash, its length and the part at hand are in memory. */
export function bulkWriter(asOf: Day, format: BulkFormat) {
  const hash = createHash('sha256')
  let [bytes, number] = [0n, 0]
  return {
    async write(text: string): Promise<void> {
      if (text === '') return
      const part = Buffer.from(text, 'utf8')
      hash.update(part)
      bytes += BigInt(part.length)
      await addPart(db, { asOf, format, number: number++, gzip: gzipSync(part, { level: 1 }) })
    },
    end: () => ({ sha256: hash.digest('hex'), bytes }),
  }
}
