import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '../canonical-json'
import type { SideSummary } from '../compare/comparison'
import type { Side } from '../compare/side'
import { manifestSchema } from '../manifest-schema'

/** What C01 says of one side: the hash that the supplier signs, and in how many points the folder is another one. */
export type ManifestCheck = { sha256: string; faults: number; hasExclusions: boolean }

/**
 * C01 of one side: each file there with its bytes, SHA-256 and rows, no file more, the numbers of each type, the right side.
 * Each point that does not fit counts once. Undefined where the folder has no `manifest.json`: then C01 is not run (IN-02).
 * The types are those of the files, so `summary` must come from a run whose rules rename none; see `typesOf`.
 */
export function checkManifest(folder: string, side: Side, summary: SideSummary): ManifestCheck | undefined {
  const path = join(folder, 'manifest.json')
  if (!existsSync(path)) return undefined
  const bytes = readFileSync(path)
  const parsed = manifestSchema.safeParse(jsonOf(bytes))
  if (!parsed.success) return { sha256: sha256Hex(bytes), faults: 1, hasExclusions: false }
  const { files, countsByType, exclusions, side: written } = parsed.data
  const there = new Map(summary.files.map((file) => [file.path, file]))
  const unlike = files.filter((file) => {
    const found = there.get(file.path)
    return !found || found.bytes !== file.bytes || found.sha256 !== file.sha256 || found.rows !== file.rows
  })
  const unlisted = summary.files.filter((file) => !files.some((one) => one.path === file.path))
  const rows = Object.values(countsByType).reduce((a, b) => a + b, 0)
  const faults = unlike.length + unlisted.length + Number(written !== side) + Number(rows !== summary.resources)
  return { sha256: sha256Hex(bytes), faults, hasExclusions: exclusions.length > 0 }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
