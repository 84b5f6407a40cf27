import { describe, expect, it } from 'vitest'
import { holdsRealNhsNumber } from './nhs-number-rules'

const system = 'https://fhir.nhs.uk/Id/nhs-number'
/** Valid, and outside the ranges that no person has: used as an example throughout the NHS's own documents. */
const real = '9434765919'
const ranges = ['999', '900']
const holds = (json: unknown) => holdsRealNhsNumber(json, JSON.stringify(json), ranges)
const holdsText = (text: string) => holdsRealNhsNumber(undefined, text, ranges)
const patient = (identifier: object) => ({
  resourceType: 'Bundle',
  entry: [{ resource: { resourceType: 'Patient', identifier: [identifier] } }],
})

describe('CS-04: an NHS number that a person could have', () => {
  it.each<[string, unknown]>([
    ['in an identifier of the NHS', patient({ system, value: real })],
    ['in one with blanks', patient({ system, value: '943 476 5919' })],
    ['in one with hyphens', patient({ system, value: '943-476-5919' })],
    ['in one written as a number', patient({ system, value: 9434765919 })],
    ['in one whose check digit is wrong', patient({ system, value: '9434765918' })],
    ['in one of the older system', patient({ system: 'http://fhir.nhs.net/Id/nhs-number', value: real })],
    ['in one of the system as an OID', patient({ system: 'urn:oid:2.16.840.1.113883.2.1.4.1', value: real })],
    ['in one with capitals and a slash', patient({ system: 'HTTPS://FHIR.NHS.UK/Id/NHS-Number/', value: real })],
    ['in one of a reference', { subject: { identifier: { system, value: real } } }],
    ['in one of a parameter', { parameter: [{ name: 'patientNHSNumber', valueIdentifier: { system, value: real } }] }],
    ['in a plain parameter', { parameter: [{ name: 'patientNHSNumber', valueString: real }] }],
    ['in an identifier without a system', patient({ value: real })],
    ['in a field of that name', { nhsNumber: real }],
    ['in a field of that name, otherwise spelt', { NHS_number: '943 476 5919' }],
    [
      'in the search of a link',
      { link: [{ relation: 'self', url: `https://a.uk/Patient?identifier=${system}|${real}` }] },
    ],
    [
      'in the search of a link, escaped',
      { link: [{ url: `https://a.uk/Patient?identifier=${encodeURIComponent(`${system}|${real}`)}` }] },
    ],
    ['in a reference by search', { reference: `Patient?identifier=${system}|${real}` }],
    ['in a narrative', { text: { div: `<div>Seen: ${real}.</div>` } }],
    ['in a note', { note: [{ text: `confused with 943 476 5919 before` }] }],
    ['in an error', { issue: [{ diagnostics: `NHS number ${real} is not known` }] }],
    ['in an error, spelt as on paper', { issue: [{ diagnostics: 'no patient 943 476 5919' }] }],
    [
      'in an identifier, 66 levels down a bundle',
      Array.from({ length: 66 }).reduce<unknown>((inner) => [inner], patient({ system, value: real })),
    ],
  ])('CS-04: %s', (_, json) => {
    expect(holds(json)).toBe(true)
  })

  it.each([
    `NHS No. ${real}`,
    `<td>NHS number:</td><td>943 476 5919</td>`,
    `id;nhs_number\n1;${real}`,
    `/fhir/Patient?identifier=${system}|${real}`,
    `/fhir/Patient?identifier=${encodeURIComponent(system)}%7C${real}`,
    `{"identifier":[{"system":"${system}","value":"${real}"}]`,
  ])('CS-04: in what is no JSON: %j', (text) => {
    expect(holdsText(text)).toBe(true)
  })
})

describe('CS-04: no false alarm', () => {
  it.each<[string, unknown]>([
    ['the test ranges', patient({ system, value: '9000000009' })],
    ['the other test range', patient({ system, value: '9990000018' })],
    ['an invalid number of the test range', patient({ system, value: '9000000008' })],
    ['a number asked for by us, invalid', { link: [{ url: `https://a.uk/Patient?identifier=${system}|9434765918` }] }],
    ['a placeholder', patient({ system, value: '##########' })],
    ['a shorter one', patient({ system, value: '943476591' })],
    ['an identifier of another system', patient({ system: 'https://a.uk/mrn', value: real })],
    ['a logical id', { resourceType: 'Patient', id: real, identifier: [{ system, value: '9000000009' }] }],
    ['a reference', { subject: { reference: `Patient/${real}` } }],
    ['a whole reference', { fullUrl: `https://a.uk/fhir/Patient/${real}` }],
    ['a code', { coding: [{ system: 'http://snomed.info/sct', code: real }] }],
    [
      'a telephone',
      {
        telecom: [
          { system: 'phone', value: real },
          { system: 'phone', value: '943 476 5919' },
        ],
      },
    ],
    ['a telephone with hyphens', { telecom: [{ value: '943-476-5919' }] }],
    ['an error with an id', { issue: [{ diagnostics: `Resource Patient/${real} is not known` }] }],
    ['a number of seconds', { meta: { versionId: '1700000000', n: 9434765919 } }],
    ['a part of a longer one', { text: `id 19434765919, ${real}1, a${real}, ${real}b, ${real}.5` }],
    ['a UUID', { id: '00000000-0000-0000-0000-009434765919' }],
    ['a prose number whose check digit is wrong', { comment: '9434765918' }],
  ])('CS-04: %s', (_, json) => {
    expect(holds(json)).toBe(false)
  })

  it.each([
    `order ${real}`,
    `/fhir/Patient/${real}`,
    `<p>${real}</p>`,
    'NHS number 9000000009',
    'NHS number 9434765918',
    '',
  ])('CS-04: in what is no JSON: %j', (text) => {
    expect(holdsText(text)).toBe(false)
  })

  it('CS-04: without test ranges every NHS number is a real one, and an empty range covers none', () => {
    const json = patient({ system, value: '9000000009' })
    expect(holdsRealNhsNumber(json, '', [])).toBe(true)
    expect(holdsRealNhsNumber(json, '', [''])).toBe(true)
  })
})
