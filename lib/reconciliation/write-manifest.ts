import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson, sha256Hex } from './canonical-json'
import type { Fault } from './compare/comparison'
import { FaultList } from './input/fault-list'
import { defaultMaxLine, readSide } from './input/read-side'
import type { Manifest } from './manifest-schema'

export type ManifestOptions = { side: 'source' | 'target'; system: string; fhirVersion: string; practice: string }
export type Written = { ok: true; manifest: Manifest; sha256: string } | { ok: false; because: string }

/**
 * Writes `manifest.json` for a folder of `*.ndjson` and `*.ndjson.gz` (one resource a line): bytes, SHA-256 and rows of each
 * file, resources by type. Reads as a comparison does (IN-01 to IN-03), so that its rows are those that C01 counts, and
 * refuses at the first fault. `producedAt` is the newest file's time.
 */
export async function writeManifest(folder: string, options: ManifestOptions): Promise<Written> {
  const counts = new Map<string, number>()
  const faults = new FaultList()
  const read = await readSide({
    side: options.side,
    folder,
    maxLine: defaultMaxLine,
    faults,
    resource: (_, type) => void counts.set(type, (counts.get(type) ?? 0) + 1),
    progress: () => {},
  })
  if (faults.count > 0) return { ok: false, because: inWords(faults.faults[0]!) }
  const newest = read.reduce((latest, { path }) => Math.max(latest, statSync(join(folder, path)).mtimeMs), 0)
  const manifest: Manifest = {
    version: 1,
    ...options,
    producedAt: new Date(newest).toISOString(),
    files: read.map(({ path, bytes, sha256, rows }) => ({ path, bytes, sha256, rows })),
    countsByType: Object.fromEntries([...counts].sort()),
    exclusions: [],
  }
  const text = `${canonicalJson(manifest)}\n`
  writeFileSync(join(folder, 'manifest.json'), text, { mode: 0o600 })
  return { ok: true, manifest, sha256: sha256Hex(text) }
}

function inWords({ file, line, byte, code, message }: Fault): string {
  const place = [file, line > 0 ? `line ${line}` : '', byte > 0 ? `byte ${byte}` : ''].filter((part) => part !== '')
  return `${place.length > 0 ? `${place.join(', ')}: ` : ''}${message} (${code})`
}
