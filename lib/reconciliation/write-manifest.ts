import { createHash } from 'node:crypto'
import { createReadStream, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { canonicalJson, sha256Hex } from './canonical-json'
import { listFiles } from './input/list-files'
import type { Manifest } from './manifest-schema'

export type ManifestOptions = { side: 'source' | 'target'; system: string; fhirVersion: string; practice: string }
export type Written = { ok: true; manifest: Manifest; sha256: string } | { ok: false; because: string }

/**
 * Writes `manifest.json` for a folder of `*.ndjson` and `*.ndjson.gz` (one resource a line): bytes, SHA-256 and rows of each
 * file, resources by type. `producedAt` is the newest file's time. Quotes nothing of the contents, not even in a complaint.
 */
export async function writeManifest(folder: string, options: ManifestOptions): Promise<Written> {
  const paths = listFiles(folder)
  if (paths.length === 0) return { ok: false, because: 'There is no .ndjson or .ndjson.gz file in the folder' }
  const countsByType: Record<string, number> = {}
  const files: Manifest['files'] = []
  let newest = 0
  for (const path of paths) {
    const read = await readFileOf(folder, path, countsByType)
    if (read.because !== undefined) return { ok: false, because: read.because }
    files.push(read)
    newest = Math.max(newest, statSync(join(folder, path)).mtimeMs)
  }
  const producedAt = new Date(newest).toISOString()
  const manifest: Manifest = { version: 1, ...options, producedAt, files, countsByType, exclusions: [] }
  const text = `${canonicalJson(manifest)}\n`
  writeFileSync(join(folder, 'manifest.json'), text, { mode: 0o600 })
  return { ok: true, manifest, sha256: sha256Hex(text) }
}

async function readFileOf(folder: string, path: string, counts: Record<string, number>) {
  const hash = createHash('sha256')
  const file = createReadStream(join(folder, path)).on('data', (block) => hash.update(block))
  const lines = path.endsWith('.gz') ? file.pipe(createGunzip()) : file
  let rows = 0
  let line = 0
  try {
    for await (const text of createInterface({ input: lines, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1
      const json = line === 1 ? text.replace(/^\uFEFF/, '') : text
      if (json.trim() === '') continue
      const type = typeOf(json)
      if (type === undefined) return { because: `${path}, line ${line}: this is no FHIR resource in JSON` }
      counts[type] = (counts[type] ?? 0) + 1
      rows += 1
    }
  } catch {
    return { because: `${path}: the file is cut off or damaged` }
  } finally {
    file.destroy()
  }
  return { path, bytes: statSync(join(folder, path)).size, sha256: hash.digest('hex'), rows }
}

function typeOf(json: string): string | undefined {
  try {
    const type = (JSON.parse(json) as { resourceType?: unknown } | null)?.resourceType
    return typeof type === 'string' && type !== '' ? type : undefined
  } catch {
    return undefined
  }
}
