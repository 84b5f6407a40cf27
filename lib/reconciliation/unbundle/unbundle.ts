import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { canonicalText } from '../json/canonical-text'
import type { JsonObject } from '../json/json'
import { writeJson } from '../json/write-json'
import { readBundle } from './read-bundle'

export type Unbundled =
  | { ok: true; counts: Record<string, number>; resources: number; repeated: number; withoutResource: number }
  | { ok: false; because: string }

/**
 * Writes the resources of Bundles as one NDJSON file a type into a folder, numbers as they were written. A resource that
 * several bundles hold in the same words (a practitioner of two patients) is written once and counted as repeated; in other
 * words under the same id it is refused. Writes all files or none, and only into a folder without data files.
 */
export function unbundle(files: string[], folder: string): Unbundled {
  const lines = new Map<string, string[]>()
  const seen = new Map<string, string>()
  let [resources, repeated, withoutResource] = [0, 0, 0]
  for (const file of files) {
    const read = readBundle(readFileSync(file))
    if (!read.ok) return { ok: false, because: `${basename(file)}: ${read.because}` }
    withoutResource += read.withoutResource
    for (const { type, id, entry, resource } of read.resources) {
      const words = id === undefined ? undefined : canonicalText(resource)
      const before = id === undefined ? undefined : seen.get(`${type}/${id}`)
      if (before !== undefined && before !== words)
        return {
          ok: false,
          because: `${basename(file)}, entry ${entry}: another file has this id with other content (E-ID)`,
        }
      if (before !== undefined) repeated++
      else {
        if (words !== undefined) seen.set(`${type}/${id}`, words)
        add(lines, type, resource)
        resources++
      }
    }
  }
  const problem = write(lines, folder)
  if (problem !== undefined) return { ok: false, because: problem }
  const counts = Object.fromEntries([...lines].map(([type, ofType]) => [type, ofType.length] as const).sort())
  return { ok: true, counts, resources, repeated, withoutResource }
}

function add(lines: Map<string, string[]>, type: string, resource: JsonObject): void {
  const ofType = lines.get(type) ?? []
  lines.set(type, ofType)
  ofType.push(writeJson(resource))
}

function write(lines: Map<string, string[]>, folder: string): string | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readdirSync(folder).some((name) => /\.ndjson(\.gz)?(\.part)?$/.test(name)))
    return 'the folder has data files already, which are never overwritten'
  const paths = [...lines.keys()].map((type) => join(folder, `${type}.ndjson`))
  for (const [at, ofType] of [...lines.values()].entries())
    writeFileSync(`${paths[at]}.part`, `${ofType.join('\n')}\n`, { mode: 0o600, flag: 'wx' })
  for (const path of paths) renameSync(`${path}.part`, path)
  return undefined
}
