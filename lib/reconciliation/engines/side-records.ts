import type { Place } from '../compare/comparison'
import type { Side } from '../compare/side'
import { ownerReferences } from '../identity/owner-references'
import { hasWrongNumber, ownKey } from '../identity/patient-key'
import { ResourceIndex } from '../identity/resource-index'
import type { WrittenReference } from '../json/canonical-text'
import type { JsonObject } from '../json/json'
import type { LoadedProfile } from '../sameness/load-profile'
import { prepareResource } from '../sameness/prepare-resource'
import { type Content, resourceContent } from '../sameness/resource-content'
import type { Fingerprint } from './fingerprint'
import { monthOf } from './month-of'

/** What is kept of a resource: fingerprints, places and the references in it, never the resource. */
export type SideRecord = Place & {
  type: string
  month: string
  content: string
  references: WrittenReference[]
  /** Where rules changed it: the ids, and what it was without them (RU-03). */
  rules: string[]
  before: { content: string; references: WrittenReference[] } | undefined
  owners: string[]
  /** Patients only: the key of its own, and its id for the patient map. */
  key: string | undefined
  id: string | undefined
  hasWrongNumber: boolean
}

export type SideRecords = { side: Side; records: SideRecord[]; index: ResourceIndex }

/** Takes in the resources of one side, one at a time, in the order of files and lines. */
export class SideCollector implements SideRecords {
  readonly records: SideRecord[] = []
  readonly index = new ResourceIndex()
  /** The same few paths and the same ids come again and again: each text is kept once. */
  private readonly texts = new Map<string, string>()

  constructor(
    readonly side: Side,
    private readonly loaded: LoadedProfile,
    private readonly fingerprint: Fingerprint,
  ) {}

  /** False where its id is no text, or stands twice with this type (E-ID). */
  add(resource: JsonObject, type: string, place: Place): boolean {
    const id = resource.get('id')
    if (id !== undefined && (typeof id !== 'string' || id === '' || !this.index.add(type, id, this.records.length)))
      return false
    const month = monthOf(resource)
    const isWrong = hasWrongNumber(resource, this.loaded.profile.identity)
    const contained = prepareResource(resource)
    const before = this.loaded.hasRules ? resourceContent(resource, contained) : undefined
    const { rules, unordered } = this.loaded.apply(this.side, resource)
    const after = before && rules.length === 0 ? before : resourceContent(resource, contained, unordered)
    const ruledType = String(resource.get('resourceType'))
    const isPatient = ruledType === 'Patient'
    this.records.push({
      ...place,
      type: ruledType,
      month,
      ...this.hashed(after),
      rules,
      before: before && rules.length > 0 ? this.hashed(before) : undefined,
      owners: isPatient ? [] : ownerReferences(resource).map((text) => this.once(text)),
      key: isPatient ? ownKey(resource, this.loaded.profile.identity) : undefined,
      id: isPatient ? id : undefined,
      hasWrongNumber: isPatient && isWrong,
    })
    return true
  }

  private hashed({ text, references }: Content): { content: string; references: WrittenReference[] } {
    return {
      content: this.fingerprint('content', text),
      references: references.map((one) => ({ path: this.once(one.path), text: this.once(one.text) })),
    }
  }

  private once(text: string): string {
    const known = this.texts.get(text)
    if (known === undefined) this.texts.set(text, text)
    return known ?? text
  }
}
