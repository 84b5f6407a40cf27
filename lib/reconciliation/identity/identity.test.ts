import { describe, expect, it } from 'vitest'
import { isObject, type JsonObject } from '../json/json'
import { parseJson } from '../json/parse-json'
import { isNhsNumber } from './nhs-number'
import { ownerReferences } from './owner-references'
import { ownKey } from './patient-key'
import { keysByMap } from './patient-map'
import { ResourceIndex } from './resource-index'

const nhs = 'https://fhir.nhs.uk/Id/nhs-number'
function object(value: object): JsonObject {
  const parsed = parseJson(Buffer.from(JSON.stringify(value)))
  if (!parsed.ok || !isObject(parsed.value)) throw new Error('no object')
  return parsed.value
}
const keyOf = (...identifier: object[]) => ownKey(object({ identifier }), { system: nhs, fallback: ['mrn', 'old-mrn'] })

describe('the key of a patient', () => {
  it('ID-01: is an NHS number whose check digit is right', () => {
    expect(isNhsNumber('9434765919')).toBe(true)
    for (const wrong of ['9434765918', '943476591', '94347659190', '943 476 5919', '９434765919', 'Test Harness', ''])
      expect(isNhsNumber(wrong)).toBe(false)
    expect(isNhsNumber('1234567881')).toBe(true)
    // After these nine digits the check digit would have to be 10.
    expect([...'0123456789'].some((digit) => isNhsNumber(`000000006${digit}`))).toBe(false)
  })

  it('ID-01: is else the first fallback system with a value, in the order of the profile', () => {
    expect(keyOf({ system: 'mrn', value: '1' }, { system: nhs, value: '9434765919' })).toBe(`${nhs}|9434765919`)
    const wrong = { system: nhs, value: '9434765918' }
    expect(keyOf(wrong, { system: 'old-mrn', value: '2' }, { system: 'mrn', value: '1' })).toBe('mrn|1')
    expect(keyOf(wrong, { system: 'mrn', value: '' }, { system: 'old-mrn', value: '2' })).toBe('old-mrn|2')
    expect(keyOf(wrong, { system: 'other', value: '2' })).toBeUndefined()
    expect(ownKey(object({ identifier: 'x' }), { system: nhs, fallback: [] })).toBeUndefined()
  })

  it('ID-01: is an old number only where there is no other', () => {
    const old = { use: 'old', system: nhs, value: '9434765919' }
    expect(keyOf(old, { system: nhs, value: '1234567881' })).toBe(`${nhs}|1234567881`)
    expect(keyOf(old)).toBe(`${nhs}|9434765919`)
  })

  it("ID-01: comes from the practice's map for patients without one, and joins the partner's own key", () => {
    const [known, unknown] = [
      { id: 's1', key: 'nhs|1' },
      { id: 's2', key: undefined },
    ]
    const target = [
      { id: 't1', key: undefined },
      { id: 't2', key: undefined },
      { id: 't3', key: undefined },
    ]
    const map: [string, string][] = [
      ['s1', 't1'],
      ['s2', 't2'],
    ]
    expect(keysByMap([known, unknown], target, map)).toEqual({
      source: ['nhs|1', 'patientMap|s2'],
      target: ['nhs|1', 'patientMap|s2', undefined],
    })
    expect(keysByMap([unknown], [{ id: 't2', key: 'nhs|2' }], map).source).toEqual(['nhs|2'])
  })
})

describe('the patient of a resource', () => {
  it('ID-02: is asked of subject, patient, for, beneficiary and the actors, in this order', () => {
    const to = (id: string) => ({ reference: `Patient/${id}` })
    const all = {
      participant: [{ actor: to('5') }, { actor: to('6') }],
      beneficiary: to('4'),
      for: to('3'),
      patient: to('2'),
    }
    const found = ownerReferences(
      object({ ...all, subject: [to('1')], performer: to('9'), recorder: { display: 'x' } }),
    )
    expect(found).toEqual(['1', '2', '3', '4', '5', '6'].map((id) => `Patient/${id}`))
  })
})

describe('a reference', () => {
  const index = new ResourceIndex()
  for (const [at, [type, id]] of [
    ['Patient', 'a'],
    ['Organization', 'b'],
    ['Task', 'c'],
    ['Flag', 'c'],
  ].entries())
    index.add(type!, id!, at)

  it('ID-03: is found as Type/id, with _history, as a URL that ends so, as urn:uuid of any type', () => {
    const ways = [
      'Patient/a',
      'Patient/a/_history/3',
      'https://x.uk/fhir/Patient/a',
      'http://x/Patient/a/_history/1',
      'urn:uuid:a',
    ]
    for (const way of ways) expect(index.resolve(way)).toEqual({ kind: 'found', at: 0 })
  })

  it('ID-03: is dangling where it is local and leads nowhere, also where two types share a uuid', () => {
    expect(index.resolve('Patient/b')).toEqual({ kind: 'dangling', type: 'Patient' })
    for (const way of ['urn:uuid:z', 'urn:uuid:c']) expect(index.resolve(way)).toEqual({ kind: 'dangling', type: '' })
  })

  it('ID-03: leads elsewhere as a query, an address of another system, or in no known form', () => {
    const ways = [
      'Organization?identifier=b',
      'https://x.uk/Organization/z',
      'https://x.uk/Patient/a?x',
      'b',
      'Patient/a/b',
      '#',
      'Patient/a#x',
    ]
    for (const way of ways) expect(index.resolve(way)).toEqual({ kind: 'elsewhere' })
  })

  it('IN-03: refuses a type and id twice (E-ID)', () => {
    expect(index.add('Patient', 'a', 9)).toBe(false)
    expect(index.resolve('Patient/a')).toEqual({ kind: 'found', at: 0 })
  })
})
