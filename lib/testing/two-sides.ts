import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import type { Comparison, ComparisonRequest, EngineAnswer } from '@/lib/reconciliation/compare/comparison'
import { compareByReference } from '@/lib/reconciliation/engines/reference-engine'
import { type LoadedProfile, loadProfile } from '@/lib/reconciliation/sameness/load-profile'

/** Folders of invented records for tests of a comparison; they go when the test file is done. */
const root = mkdtempSync(join(tmpdir(), 'two-sides-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let made = 0

/** A folder with these files, by path. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = join(root, String(made++))
  mkdirSync(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Records as the lines of one file; texts are taken as they are, for literals and faults. */
export const ndjson = (...records: (object | string)[]): string =>
  records.map((record) => `${typeof record === 'string' ? record : JSON.stringify(record)}\n`).join('')

export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number'

/** The text of a profile with these rules. */
export const profileText = (rules: object[] = [], identity: object = {}): string =>
  JSON.stringify({
    version: 1,
    asOf: '2026-03-02T00:00:00Z',
    fhirVersion: '4.0.1',
    identity: { system: nhsNumberSystem, fallback: [], ...identity },
    rules,
  })

export function profileOf(
  rules: object[] = [],
  identity: object = {},
  beside: Record<string, string> = {},
): LoadedProfile {
  const folder = folderOf({ ...beside, 'profile.json': profileText(rules, identity) })
  const loading = loadProfile(join(folder, 'profile.json'))
  if (!loading.ok) throw new Error(loading.because)
  return loading.loaded
}

type Files = Record<string, string | Uint8Array> | (object | string)[]
const filesOf = (side: Files) => folderOf(Array.isArray(side) ? { 'all.ndjson': ndjson(...side) } : side)

/** Asks the reference engine about two sides, each files by path or the records of one file. */
export const answerTo = (source: Files, target: Files, more: Partial<ComparisonRequest> = {}): Promise<EngineAnswer> =>
  compareByReference({
    source: filesOf(source),
    target: filesOf(target),
    profile: more.profile ?? profileOf(),
    switchKey: new Uint8Array(32).fill(7),
    ...more,
  })

/** The same, for sides without a fault. */
export async function comparisonOf(
  source: Files,
  target: Files,
  more: Partial<ComparisonRequest> = {},
): Promise<Comparison> {
  const answer = await answerTo(source, target, more)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.comparison
}
