import type { Place, Resource } from '../compare/comparison'
import type { Side } from '../compare/side'
import type { Resolution, ResourceIndex } from '../identity/resource-index'
import type { WrittenReference } from '../json/canonical-text'
import type { Fingerprint } from './fingerprint'
import type { SideRecord, SideRecords } from './side-records'

/** Where a reference leads, with the path it stands at: a resource's number, or nothing on this side. */
export type Link = { path: string; to: number | 'dangling' }

/** A resource with its patient and the fingerprints L0, L1 and, once the rounds are run, L2 (LK-01). */
export type Identified = Resource & {
  month: string
  links: Link[]
  /** L1 as it would be without rules; `l1` where none changed it (RU-03). */
  unruled: string
  rules: string[]
  l2: string
  /** Some resource of its side refers to it. */
  isReferred: boolean
}

export type IdentifiedSide = {
  side: Side
  all: Identified[]
  index: ResourceIndex
  keys: Map<string, string>
  references: number
  dangling: Place[]
  /** Of `all`, those of C03. */
  wrongNumbers: ReadonlySet<number>
}

/**
 * Gives each resource of a side its patient (ID-02) and its first two fingerprints. `keyOf` answers the patient key of a
 * Patient's record; `typeOf` the name that rules give to a type of this side, for references that lead nowhere.
 */
export function identifySide(
  { side, records, index }: SideRecords,
  keyOf: ReadonlyMap<SideRecord, string>,
  typeOf: (type: string) => string,
  fingerprint: Fingerprint,
): IdentifiedSide {
  const keys = new Map<string, string>()
  const tokens = records.map((record) => {
    const key = keyOf.get(record)
    if (key === undefined) return null
    const token = fingerprint('patient', key)
    keys.set(token, key)
    return token
  })
  const dangling: Place[] = []
  let references = 0
  const l1Of = (content: string, followed: Followed[], patient: string | null) => {
    const words = followed.map(({ path, text, found }) => {
      if (found.kind === 'elsewhere') return [path, 'text', text]
      return [path, 'type', found.kind === 'found' ? records[found.at]!.type : typeOf(found.type)]
    })
    const l0 = fingerprint('L0', content, words.length > 1 ? words.sort(byText) : words)
    return { l0, l1: fingerprint('L1', l0, patient ?? '') }
  }
  const all = records.map((record, at): Identified => {
    const { file, line, offset, length, type, month, rules, before } = record
    const patient = tokens[at] ?? ownerOf(record, index, tokens)
    const followed = follow(record.references, index)
    const { l0, l1 } = l1Of(record.content, followed, patient)
    const unruled = before ? l1Of(before.content, follow(before.references, index), patient).l1 : l1
    const links = linksOf(followed)
    references += links.length
    for (const { to } of links) if (to === 'dangling') dangling.push({ side, file, line, offset, length })
    const place = { side, file, line, offset, length }
    return { ...place, type, month, rules, patient, l0, l1, l2: l1, unruled, links, isReferred: false }
  })
  for (const { links } of all) for (const { to } of links) if (to !== 'dangling') all[to]!.isReferred = true
  const wrongNumbers = new Set([...records.keys()].filter((at) => records[at]!.hasWrongNumber))
  return { side, all, index, keys, references, dangling, wrongNumbers }
}

function ownerOf(record: SideRecord, index: ResourceIndex, tokens: (string | null)[]): string | null {
  for (const owner of record.owners) {
    const found = index.resolve(owner)
    if (found.kind === 'found' && tokens[found.at]) return tokens[found.at]!
  }
  return null
}

type Followed = WrittenReference & { found: Resolution }
const follow = (written: WrittenReference[], index: ResourceIndex): Followed[] =>
  written.map(({ path, text }) => ({ path, text, found: index.resolve(text) }))

function linksOf(followed: Followed[]): Link[] {
  return followed.flatMap(({ path, found }): Link[] =>
    found.kind === 'elsewhere' ? [] : [{ path, to: found.kind === 'found' ? found.at : 'dangling' }],
  )
}

function byText(a: string[], b: string[]): number {
  const at = a.findIndex((text, index) => text !== b[index])
  return at === -1 ? 0 : a[at]! < b[at]! ? -1 : 1
}
