import { describe, expect, it } from 'vitest'
import { canonicalText } from '../json/canonical-text'
import { isObject } from '../json/json'
import { parseJson } from '../json/parse-json'
import { prepareResource } from './prepare-resource'
import { resourceContent } from './resource-content'

function prepared(record: object) {
  const parsed = parseJson(Buffer.from(JSON.stringify(record)))
  if (!parsed.ok || !isObject(parsed.value)) throw new Error('no resource')
  const contained = prepareResource(parsed.value)
  return { resource: parsed.value, content: resourceContent(parsed.value, contained) }
}
const text = (record: object) => prepared(record).content.text

describe('what is never compared', () => {
  it('NO-04: is the id and four fields of meta; security and tag stay, and what stands deeper', () => {
    const meta = { versionId: '1', lastUpdated: '2026', source: '#x', profile: ['p'] }
    const kept = { security: [{ code: 'R' }], tag: [{ code: 't' }], extension: [{ url: 'u' }], _source: {} }
    const made = prepared({ resourceType: 'X', id: '1', meta: { ...meta, ...kept }, part: { id: '2', meta } })
    expect(canonicalText(made.resource)).toBe(text({ part: { id: '2', meta }, resourceType: 'X', meta: kept }))
    expect(made.content.text).toContain('"versionId":"1"')
  })

  it('NO-04: a meta that held nothing else is as if absent, NO-05: one written empty is not', () => {
    expect(text({ resourceType: 'X', meta: { versionId: '1' } })).toBe(text({ resourceType: 'X' }))
    expect(text({ resourceType: 'X', meta: {} })).not.toBe(text({ resourceType: 'X' }))
    expect(text({ resourceType: 'X', meta: null })).not.toBe(text({ resourceType: 'X' }))
  })

  it('NO-07: nothing else: extensions, _fields and unknown fields count', () => {
    const all = [
      {},
      { _status: { extension: [] } },
      { extension: [{ url: 'u' }] },
      { unheardOf: 1 },
      { implicitRules: 'x' },
    ]
    expect(new Set(all.map((fields) => text({ resourceType: 'X', ...fields }))).size).toBe(all.length)
  })
})

describe('contained resources', () => {
  const holder = (ids: string[], reference: string, drugs = ['a', 'b']) =>
    text({
      resourceType: 'MedicationRequest',
      contained: ids.map((id, at) => ({ resourceType: 'Medication', id, code: { text: drugs[at] } })),
      medicationReference: { reference },
    })

  it('NO-06: are compared in place, and #references by position', () => {
    expect(holder(['x', 'y'], '#y')).toBe(holder(['1', '2'], '#2'))
    expect(holder(['x', 'y'], '#y')).not.toBe(holder(['x', 'y'], '#x'))
    expect(holder(['x', 'y'], '#y')).not.toBe(holder(['x', 'y'], '#y', ['b', 'a']))
    expect(holder(['x', 'y'], '#z')).not.toBe(holder(['x', 'y'], '#y'))
  })

  it('NO-06: no text can pretend to be a position', () => {
    expect(holder(['x', 'y'], '@#1')).not.toBe(holder(['x', 'y'], '#y'))
    expect(holder(['x', 'y'], '#')).not.toBe(holder(['x', 'y'], '#x'))
  })
})

describe('references', () => {
  const of = (reference: object) => prepared({ resourceType: 'X', entry: [{ item: reference }] }).content

  it('ID-03: that may be local stand apart from the content, with their path', () => {
    const one = of({ reference: 'Observation/1', display: 'd' })
    expect(one.references).toEqual([{ path: 'entry[0].item', text: 'Observation/1' }])
    expect(one.text).toBe(of({ reference: 'Observation/2/_history/3', display: 'd' }).text)
    expect(one.text).not.toBe(of({ reference: 'Observation/1', display: 'e' }).text)
  })

  it('ID-03: by query or identifier are text', () => {
    for (const [a, b] of [
      [{ reference: 'Practitioner?identifier=s|1' }, { reference: 'Practitioner?identifier=s|2' }],
      [{ identifier: { value: '1' } }, { identifier: { value: '2' } }],
    ]) {
      expect(of(a!).references).toEqual([])
      expect(of(a!).text).not.toBe(of(b!).text)
    }
  })
})
