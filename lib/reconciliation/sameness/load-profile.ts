import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { z } from 'zod'
import { sha256Hex } from '../canonical-json'
import { isArray, isNumber, isObject, type Json } from '../json/json'
import { parseJson } from '../json/parse-json'
import { profileSchema } from '../profile-schema'
import { type ReadTable, readRows } from './code-table'
import { type LoadedRules, loadRules } from './load-rules'

export type Profile = z.infer<typeof profileSchema>

/** A profile whose rules were checked, whose examples were run and whose tables were read. */
export type LoadedProfile = LoadedRules & {
  profile: Profile
  /** SHA-256 of the file's bytes. */
  sha256: string
  /** Whether any rule stands in it: without one, nothing has to be rendered twice. */
  hasRules: boolean
  /** Pairs of Patient ids, source and target (ID-01). */
  patientMap: [string, string][]
}

export type LoadingProfile = { ok: true; loaded: LoadedProfile } | { ok: false; because: string }

/**
 * Reads the profile at this path, and the files it names, which lie beside it. Refuses, naming the field: what is not JSON,
 * an unknown key (RU-05), no `asOf`, and all that `loadRules` refuses. Numbers in rules and examples stay literal.
 */
export function loadProfile(path: string): LoadingProfile {
  const bytes = readFileSync(path)
  const parsed = parseJson(bytes)
  if (!parsed.ok) {
    const line = bytes.subarray(0, parsed.fault.byte).filter((byte) => byte === 0x0a).length + 1
    return refuse(`line ${line}: ${parsed.fault.message} (${parsed.fault.code})`)
  }
  const checked = profileSchema.safeParse(plain(parsed.value))
  if (!checked.success) {
    const issue = checked.error.issues[0]
    return refuse(`${issue?.path.join('.') || 'file'}: ${issue?.message}`)
  }
  const profile = checked.data
  if (profile.asOf === null) return refuse('asOf: the instant of the comparison is not set')
  const { system, fallback, patientMap } = profile.identity
  const map = patientMap === undefined ? ({ ok: true, table: [] } as const) : readMap(join(dirname(path), patientMap))
  if (!map.ok) return refuse(`identity.patientMap: ${map.because}`)
  const rules = loadRules(profile.rules, dirname(path), [system, ...fallback])
  if (!rules.ok) return refuse(rules.because)
  const { typeName, apply } = rules
  const hasRules = profile.rules.length > 0
  const loaded = { profile, sha256: sha256Hex(bytes), hasRules, patientMap: [...map.table], typeName, apply }
  return { ok: true, loaded }
}

const refuse = (because: string): LoadingProfile => ({ ok: false, because: `profile: ${because}` })

/** The practice's own list of which Patient is which. Each id stands once. */
function readMap(path: string): ReadTable<[string, string][]> {
  const read = readRows(path, ['source', 'target'])
  if (!read.ok) return read
  const [sources, targets] = [new Set<string>(), new Set<string>()]
  for (const [at, row] of read.rows.entries()) {
    if (sources.has(row.source!) || targets.has(row.target!))
      return { ok: false, because: `row ${at + 1}: this id stands in the map already` }
    sources.add(row.source!)
    targets.add(row.target!)
  }
  return { ok: true, table: read.rows.map((row) => [row.source!, row.target!]) }
}

/** Plain objects for the schema; what rules compare (`before`, `after`, `from`, `to`) stays as it was written. */
function plain(value: Json, key = ''): unknown {
  if (key === 'before' || key === 'after') return value
  if (isObject(value)) return Object.fromEntries([...value].map(([name, member]) => [name, plain(member, name)]))
  if (isArray(value)) return value.map((item) => plain(item))
  if (isNumber(value)) return key === 'from' || key === 'to' ? value : Number(value.text)
  return value
}
