import { describe, expect, it } from 'vitest'
import { tree } from '@/lib/testing/json-tree'
import type { Resource } from '../../compare/comparison'
import { JsonNumber } from '../../json/json'
import { changesBetween } from '../changed-paths'
import type { DifferenceClass, Finding } from '../finding'
import { judge } from './judge'
import { isActiveMedication } from './record-facts'
import type { SideFacts } from './side-facts'

const facts: SideFacts = {
  asOf: Date.parse('2026-03-02T09:00:00Z'),
  isActive: isActiveMedication,
  isUnbalanced: () => false,
  monthSeverity: () => undefined,
}
const references = { same: (a: string, b: string) => a === b, word: (_: string, text: string) => text }
const resource = (side: 'source' | 'target', type: string): Resource => ({
  side,
  type,
  file: 0,
  line: 1,
  offset: 0,
  length: 1,
  patient: 'p',
  l0: '',
  l1: '',
})

function finding(kind: DifferenceClass, before?: object, after?: object): Finding {
  const [a, b] = [before && tree(before), after && tree(after)]
  const type = ((before ?? after) as { resourceType: string }).resourceType
  return {
    class: kind,
    source: a && resource('source', type),
    target: b && resource('target', type),
    before: a,
    after: b,
    changes: a && b ? changesBetween(a, b, references) : [],
  }
}
const met = (f: Finding): Record<string, string> => Object.fromEntries(judge(f, facts).checks)
const changed = (before: object, change: object) => met(finding('altered', before, { ...before, ...change }))

const coding = (system: string, code: string, display = 'Name') => ({ system, code, display })
const snomed = coding('http://snomed.info/sct', '22298006', 'Myocardial infarction')
const read = coding('http://read.info/readv2', 'G30..')
const repeat = {
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'plan',
  medicationCodeableConcept: { coding: [snomed], text: 'Atenolol 50mg tablets' },
  dosageInstruction: [{ text: 'One daily', extension: [{ url: 'x', valueString: 'with food' }] }],
  dispenseRequest: { numberOfRepeatsAllowed: 6, quantity: { value: 28, unit: 'tablet', code: '428673006' } },
}
const acute = {
  ...repeat,
  extension: [{ url: 'https://x/Extension-PrescriptionType-1', valueCodeableConcept: { coding: [{ code: 'acute' }] } }],
}
const allergy = {
  resourceType: 'AllergyIntolerance',
  clinicalStatus: 'active',
  verificationStatus: 'confirmed',
  code: { coding: [snomed, read], text: 'Penicillin' },
  reaction: [{ manifestation: [{ text: 'Rash' }] }],
  note: [{ text: 'Told by mother' }],
}
const observation = {
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [snomed] },
  effectiveDateTime: '2020-01-02T10:00:00+01:00',
  valueQuantity: { value: new JsonNumber('7.10'), unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
  interpretation: { text: 'Café au lait' },
}
const document = {
  resourceType: 'DocumentReference',
  status: 'current',
  content: [
    { attachment: { contentType: 'application/pdf', hash: 'aGFzaA==', size: 1000, url: 'a.pdf', title: 'Letter' } },
  ],
}
const task = {
  resourceType: 'Task',
  status: 'requested',
  for: { reference: 'Patient/1' },
  description: 'Ring back',
  owner: { display: 'Nurse' },
}
const appointment = {
  resourceType: 'Appointment',
  status: 'booked',
  start: '2026-03-02T09:30:00Z',
  description: 'Review',
}

describe('C08: active repeat medication field by field', () => {
  it.each<[string, object]>([
    ['drug', { medicationCodeableConcept: { coding: [read], text: 'Atenolol 50mg tablets' } }],
    ['an extension lost inside the dosage', { dosageInstruction: [{ text: 'One daily' }] }],
    [
      'quantity',
      { dispenseRequest: { ...repeat.dispenseRequest, quantity: { value: 56, unit: 'tablet', code: '428673006' } } },
    ],
    ['repeats', { dispenseRequest: { quantity: repeat.dispenseRequest.quantity } }],
    ['status', { status: 'stopped' }],
  ])('counts a changed %s as S1', (_, change) => {
    expect(changed(repeat, change)).toMatchObject({ C05: 'S1', C08: 'S1' })
  })
  it('leaves an acute item and a note to C05', () => {
    expect(changed(acute, { status: 'completed' })).not.toHaveProperty('C08')
    const noted = changed(repeat, { note: [{ text: 'x' }] })
    expect(noted).toMatchObject({ C05: 'S1' })
    expect(noted).not.toHaveProperty('C08')
  })
  it('counts one that became active, one put in and one lost, and a copy under C19', () => {
    expect(met(finding('altered', { ...repeat, status: 'completed' }, repeat))).toMatchObject({ C08: 'S1' })
    expect(met(finding('added', undefined, repeat))).toMatchObject({ C08: 'S1', C05: 'S1' })
    expect(met(finding('missing', repeat))).toMatchObject({ C08: 'S1' })
    expect(met(finding('duplicate', undefined, repeat))).toMatchObject({ C19: 'S1' })
    expect(met(finding('duplicate', undefined, observation))).toMatchObject({ C19: 'S2' })
  })
})

describe('C09, C10: codings', () => {
  it.each<[string, object]>([
    ['a coding dropped beside the text', { code: { coding: [read], text: 'Penicillin' } }],
    ['its status in R4 or STU3', { clinicalStatus: 'inactive' }],
    ['its verification', { verificationStatus: undefined }],
    ['a reaction', { reaction: [] }],
  ])('C09: an allergy degraded in %s is S1', (_, change) => {
    expect(changed(allergy, change)).toMatchObject({ C05: 'S1', C09: 'S1' })
  })
  it('C10: S1 on what is active, S2 on the rest, none where a coding is only added or renamed', () => {
    const problem = {
      resourceType: 'Condition',
      clinicalStatus: { coding: [{ code: 'active' }] },
      code: { coding: [snomed, read] },
    }
    const less = { code: { coding: [snomed] } }
    expect(changed(problem, less)).toMatchObject({ C10: 'S1' })
    expect(changed({ ...problem, clinicalStatus: 'resolved' }, less)).toMatchObject({ C10: 'S2' })
    expect(
      changed({ ...problem, code: { coding: [snomed] } }, { code: { coding: [snomed, read] } }),
    ).not.toHaveProperty('C10')
    expect(
      changed({ ...problem, code: { coding: [snomed] } }, { code: { coding: [{ ...snomed, display: 'MI' }] } }),
    ).not.toHaveProperty('C10')
    expect(met(finding('missing', problem))).toMatchObject({ C10: 'S1' })
  })
})

describe('C11: attachments', () => {
  it.each<[string, object]>([
    ['size', { size: 999 }],
    ['hash', { hash: 'b3RoZXI=' }],
    ['type', { contentType: 'text/plain' }],
    ['title', { title: 'Other' }],
  ])('counts a changed %s as S1', (_, change) => {
    expect(
      changed(document, { content: [{ attachment: { ...document.content[0]!.attachment, ...change } }] }),
    ).toMatchObject({ C11: 'S1' })
  })
  it('sees one in a type nobody knows, at any depth, and one that is gone', () => {
    const strange = { resourceType: 'Zettel', inner: [{ scan: { contentType: 'image/png', size: 10, hash: 'x' } }] }
    expect(changed(strange, { inner: [{ scan: { contentType: 'image/png', size: 11, hash: 'x' } }] })).toMatchObject({
      C11: 'S1',
      C14: 'S1',
      C05: 'S2',
    })
    expect(met(finding('missing', strange))).toMatchObject({ C11: 'S1' })
    expect(
      changed({ resourceType: 'Patient', photo: [{ contentType: 'image/png', url: 'a' }] }, { photo: [] }),
    ).toMatchObject({ C11: 'S1' })
  })
})

describe('C13 to C15: values of any type, at any depth', () => {
  const said = (before: unknown, after: unknown, key = 'text') =>
    met(
      finding(
        'altered',
        { resourceType: 'Zettel', a: [{ [key]: before }] },
        { resourceType: 'Zettel', a: [{ [key]: after }] },
      ),
    )
  it.each<[string, string, string | undefined]>([
    ['a lost letter', 'One daily', 'One dail'],
    ['a replacement character', 'Café', 'Caf\ufffd'],
    ['double encoding', 'Café – “so”', 'CafÃ© â€“ â€œsoâ€\u009d'],
    ['a lost accent', 'Zoë', 'Zoe'],
    ['a text that is gone', 'Zoë', undefined],
    ['a lost emoji', 'ok 🙂', 'ok '],
  ])('C13: counts %s', (_, before, after) => {
    expect(said(before, after)).toMatchObject({ C13: 'S2', C05: 'S2' })
  })
  it('C13: counts damage even where a machine reads it, and no text that only grew', () => {
    expect(said('Café', 'CafÃ©', 'code')).toMatchObject({ C13: 'S2' })
    expect(said('One', 'One daily')).not.toHaveProperty('C13')
    expect(said('active', 'stopped', 'status')).not.toHaveProperty('C13')
  })
  it.each<[string, object, object, string]>([
    ['a value', { value: new JsonNumber('7.10') }, { value: new JsonNumber('71.0') }, 'S1'],
    ['a unit alone', { unit: 'mmol/L' }, { unit: 'mg/dL' }, 'S1'],
    ["a unit's code", { code: 'mmol/L' }, { code: 'mg/dL' }, 'S1'],
    ['a comparator put in', {}, { comparator: '<' }, 'S1'],
    ['a number that became a text', { value: new JsonNumber('7') }, { value: '7' }, 'S1'],
    [
      'digits beyond any float',
      { value: new JsonNumber('0.12345678901234567890') },
      { value: new JsonNumber('0.12345678901234567891') },
      'S1',
    ],
    ['the literal only', { value: new JsonNumber('7.10') }, { value: new JsonNumber('7.1') }, 'S3'],
  ])('C14: counts %s', (_, before, after, severity) => {
    const quantity = { value: new JsonNumber('5'), system: 'u', code: 'kg' }
    const f = finding(
      'altered',
      { ...observation, valueQuantity: { ...quantity, ...before } },
      { ...observation, valueQuantity: { ...quantity, ...after } },
    )
    expect(met(f)).toMatchObject({ C14: severity })
  })
  it('C14: a pair that differs in literals only is listed, nowhere worse than S3', () => {
    const f = finding('precision', observation, {
      ...observation,
      valueQuantity: { ...observation.valueQuantity, value: new JsonNumber('7.1') },
    })
    expect(judge(f, facts)).toMatchObject({ severity: 'S3' })
  })
  it.each<[string, unknown, unknown]>([
    ['another instant', '2020-01-02T10:00:00Z', '2020-01-02T11:00:00Z'],
    ['another offset of the same instant', '2020-01-02T10:00:00+01:00', '2020-01-02T09:00:00Z'],
    ['another precision', '2020-01-02', '2020-01'],
    ['a bare year', '2020-01-02', '2020'],
    ['seconds', '2020-01-02T10:00:00Z', '2020-01-02T10:00:00.000Z'],
    ['a date that is gone', '2020-01-02', undefined],
  ])('C15: counts %s', (_, before, after) => {
    expect(said(before, after, 'whenRecorded')).toMatchObject({ C15: 'S2' })
  })
})

describe('C16 to C18: what waits, what is shared', () => {
  it('C16: a task closed, moved to nobody, or gone; not one that was closed before', () => {
    expect(changed(task, { status: 'completed' })).toMatchObject({ C16: 'S1', C05: 'S1' })
    expect(changed(task, { owner: undefined })).toMatchObject({ C16: 'S1' })
    expect(met(finding('missing', { ...task, status: 'completed' }))).toEqual({ C05: 'S2' })
  })
  it('C16: "future" is after the profile’s instant', () => {
    expect(met(finding('missing', appointment))).toMatchObject({ C16: 'S1', C05: 'S1' })
    expect(met(finding('missing', { ...appointment, start: '2026-03-02T08:59:00Z' }))).toEqual({ C05: 'S2' })
    expect(changed(appointment, { start: '2026-03-03T09:30:00Z' })).toMatchObject({ C16: 'S1', C15: 'S2' })
    expect(met(finding('missing', { ...observation, status: 'preliminary' }))).toMatchObject({ C16: 'S1' })
  })
  it.each(['ReferralRequest', 'ServiceRequest', 'ProcedureRequest', 'CarePlan'])(
    'C17: a %s in flight lost, or its date changed',
    (resourceType) => {
      const plan = { resourceType, status: 'active', occurrenceDateTime: '2026-05-01' }
      expect(met(finding('missing', plan))).toMatchObject({ C17: 'S2' })
      expect(changed(plan, { occurrenceDateTime: '2026-06-01' })).toMatchObject({ C17: 'S2', C15: 'S2' })
      expect(met(finding('missing', { ...plan, status: 'completed' }))).not.toHaveProperty('C17')
    },
  )
  it('C18: any change of a consent, a security label of any record, an opt-out in an extension', () => {
    expect(
      changed(
        { resourceType: 'Consent', status: 'active', provision: { type: 'deny' } },
        { provision: { type: 'permit' } },
      ),
    ).toMatchObject({ C18: 'S1', C05: 'S1' })
    expect(met(finding('added', undefined, { resourceType: 'Consent' }))).toMatchObject({ C18: 'S1' })
    expect(changed({ ...observation, meta: { security: [{ code: 'R' }] } }, { meta: { security: [] } })).toMatchObject({
      C18: 'S1',
    })
    expect(
      changed(
        { resourceType: 'Patient', extension: [{ url: 'https://x/Opt-Out', valueBoolean: true }] },
        { extension: [] },
      ),
    ).toMatchObject({ C18: 'S1' })
  })
})

describe('who and whose', () => {
  const patient = { resourceType: 'Patient', name: [{ family: 'Gilroy' }], birthDate: '1990-01-01' }
  it('C02: every record of a patient who is on one side only, and one without a key', () => {
    expect(met(finding('patient-missing', observation))).toMatchObject({ C02: 'S1' })
    expect(met(finding('missing', patient))).toMatchObject({ C02: 'S1' })
    expect(met(finding('missing', observation))).not.toHaveProperty('C02')
  })
  it('C03: demographics of one key', () => {
    expect(changed(patient, { birthDate: '1990-01-02' })).toMatchObject({ C03: 'S1' })
    expect(changed(patient, { maritalStatus: { text: 'm' } })).not.toHaveProperty('C03')
  })
  it('C06: another patient is S1, and the first one lost what he had', () => {
    expect(met(finding('wrong-patient', allergy, allergy))).toMatchObject({ C06: 'S1', C09: 'S1' })
  })
  it('C07, C22: links, and authors that are not known', () => {
    const authored = { ...observation, performer: [{ reference: 'Practitioner/1' }] }
    expect(met(finding('link', authored, { ...authored, performer: [{ reference: 'Practitioner/2' }] }))).toMatchObject(
      { C07: 'S2', C22: 'S3' },
    )
    expect(changed(authored, { performer: [] })).toMatchObject({ C07: 'S2', C22: 'S3' })
    expect(
      changed({ resourceType: 'Practitioner', qualification: [{ code: { text: 'MRCGP' } }] }, { qualification: [] }),
    ).toMatchObject({ C22: 'S3', C05: 'S2', C13: 'S2' })
  })
  it('LK-03: a link that its neighbour explains counts under no check, but its author stays unknown (C22)', () => {
    const authored = { ...observation, performer: [{ reference: 'Practitioner/1' }] }
    const f = {
      ...finding('link', authored, { ...authored, performer: [{ reference: 'Practitioner/2' }] }),
      neighbour: true,
    }
    expect(judge(f, facts).severity).toBeUndefined()
    expect(met(f)).toEqual({ C22: 'S3' })
  })
  it('CK-00: every change counts at least under C05, whatever it is of', () => {
    expect(changed({ resourceType: 'Zettel', flag: true }, { flag: false })).toEqual({ C05: 'S2' })
    expect(changed({ resourceType: 'Zettel', flag: true }, { flag: null })).toEqual({ C05: 'S2' })
  })
})
