import type { Side } from '../compare/side'
import { hasWrongNumber, ownKey } from '../identity/patient-key'
import type { MappedPatient } from '../identity/patient-map'
import { isObject, type Json, type JsonObject } from '../json/json'
import { parseJson } from '../json/parse-json'
import type { LoadedProfile } from '../sameness/load-profile'
import { prepareResource } from '../sameness/prepare-resource'
import { buildTree } from './build-tree'
import type { Kernel } from './kernel-program'
import { markTouched } from './read-records'
import type { AskedLine } from './scan-file'

const nothingUnordered: ReadonlySet<Json[]> = new Set()
const recordBytes = 64

/** What the host adds to the kernel's records of one side: patients, and what the rules make of the resources they touch. */
export class TakenLines {
  readonly patients: (MappedPatient & { record: number; hasWrongNumber: boolean })[] = []
  readonly ruled = new Map<number, { rules: string[]; shadow: number }>()
  readonly touched = new Map<string, number>()

  constructor(
    private readonly kernel: Kernel,
    private readonly side: Side,
    private readonly loaded: LoadedProfile,
  ) {}

  /** EN-04: a line that the kernel cannot finish: contained resources, a type that a rule touches, or a Patient. */
  take = ({ record, bytes, isIrregular }: AskedLine): void => {
    const parsed = parseJson(bytes)
    if (!parsed.ok || !isObject(parsed.value)) throw new Error('The kernel accepts a line that is faulty')
    const resource = parsed.value
    const id = resource.get('id')
    const { identity } = this.loaded.profile
    const isWrong = hasWrongNumber(resource, identity)
    const contained = prepareResource(resource)
    const number = this.side === 'source' ? 0 : 1
    if (isIrregular) buildTree(this.kernel, number, record, resource, { contained, unordered: nothingUnordered })
    const { rules, unordered } = this.loaded.hasRules ? this.loaded.apply(this.side, resource) : noRules
    if (rules.length > 0) {
      const shadow = this.keepBefore(number, record)
      buildTree(this.kernel, number, record, resource, { contained, unordered })
      this.setType(number, record, resource)
      this.ruled.set(record, { rules, shadow })
      for (const rule of rules) this.touched.set(rule, (this.touched.get(rule) ?? 0) + 1)
    }
    if (resource.get('resourceType') === 'Patient')
      this.patients.push({
        record,
        id: id as string | undefined,
        key: ownKey(resource, identity),
        hasWrongNumber: isWrong,
      })
  }

  /** A copy of the record as it was without rules (RU-03). */
  private keepBefore(number: number, record: number): number {
    const { exports } = this.kernel
    const shadow = exports.reserve(recordBytes)
    this.kernel.bytes(shadow, recordBytes).set(this.kernel.bytes(exports.record(number, record), recordBytes))
    return shadow
  }

  private setType(number: number, record: number, resource: JsonObject): void {
    const { exports } = this.kernel
    const type = exports.typeNumber(...this.kernel.lendText(resource.get('resourceType') as string))
    const words = this.kernel.words(exports.record(number, record), 16)
    words[14] = (words[14]! & ~1023) | type | markTouched
  }
}

const noRules = { rules: [], unordered: new Set<Json[]>() }
