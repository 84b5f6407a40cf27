import type { Resource } from '@/lib/reconciliation/compare/comparison'
import { changesBetween } from '@/lib/reconciliation/differences/changed-paths'
import { judge } from '@/lib/reconciliation/differences/checks/judge'
import { isActiveMedication } from '@/lib/reconciliation/differences/checks/record-facts'
import type { SideFacts } from '@/lib/reconciliation/differences/checks/side-facts'
import type { DifferenceClass, Finding } from '@/lib/reconciliation/differences/finding'
import { JsonNumber } from '@/lib/reconciliation/json/json'
import { tree } from './json-tree'

export const facts: SideFacts = {
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

/** A finding of two records as they are compared; references are equal where their texts are. */
export function finding(kind: DifferenceClass, before?: object, after?: object): Finding {
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
/** The checks that a finding meets, each with its severity. */
export const met = (f: Finding): Record<string, string> => Object.fromEntries(judge(f, facts).checks)
/** The same of a record some of whose fields were changed. */
export const changed = (before: object, change: object) => met(finding('altered', before, { ...before, ...change }))

export const coding = (system: string, code: string, display = 'Name') => ({ system, code, display })
export const snomed = coding('http://snomed.info/sct', '22298006', 'Myocardial infarction')
export const read = coding('http://read.info/readv2', 'G30..')
export const repeat = {
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'plan',
  medicationCodeableConcept: { coding: [snomed], text: 'Atenolol 50mg tablets' },
  dosageInstruction: [{ text: 'One daily', extension: [{ url: 'x', valueString: 'with food' }] }],
  dispenseRequest: { numberOfRepeatsAllowed: 6, quantity: { value: 28, unit: 'tablet', code: '428673006' } },
}
export const acute = {
  ...repeat,
  extension: [{ url: 'https://x/Extension-PrescriptionType-1', valueCodeableConcept: { coding: [{ code: 'acute' }] } }],
}
export const allergy = {
  resourceType: 'AllergyIntolerance',
  clinicalStatus: 'active',
  verificationStatus: 'confirmed',
  code: { coding: [snomed, read], text: 'Penicillin' },
  reaction: [{ manifestation: [{ text: 'Rash' }] }],
  note: [{ text: 'Told by mother' }],
}
export const observation = {
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [snomed] },
  effectiveDateTime: '2020-01-02T10:00:00+01:00',
  valueQuantity: { value: new JsonNumber('7.10'), unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
  interpretation: { text: 'Café au lait' },
}
export const document = {
  resourceType: 'DocumentReference',
  status: 'current',
  content: [
    { attachment: { contentType: 'application/pdf', hash: 'aGFzaA==', size: 1000, url: 'a.pdf', title: 'Letter' } },
  ],
}
export const task = {
  resourceType: 'Task',
  status: 'requested',
  for: { reference: 'Patient/1' },
  description: 'Ring back',
  owner: { display: 'Nurse' },
}
export const appointment = {
  resourceType: 'Appointment',
  status: 'booked',
  start: '2026-03-02T09:30:00Z',
  description: 'Review',
}
