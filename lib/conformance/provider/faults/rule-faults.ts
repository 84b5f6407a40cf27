import type { Bundle, Resource } from '@medplum/fhirtypes'
import type { Behaviour, Fault } from '../behaviour'

type Some = Record<string, unknown>

/** One resource of the seed otherwise, wherever it is given: alone, in a Bundle, in a file of an export. */
function everywhere(key: string, change: (resource: Some) => Some): Behaviour {
  const changed = (resource: Resource): Resource =>
    `${resource.resourceType}/${resource.id}` === key
      ? (change(resource as unknown as Some) as unknown as Resource)
      : resource
  return {
    sends: (usual, call) => {
      const body = usual.body as Resource | string
      if (usual.status !== 200 || body === '') return usual
      if (call.kind === 'export-file') return { ...usual, body: lines(String(body), changed) }
      if (typeof body !== 'object' || Buffer.isBuffer(body)) return usual
      if (body.resourceType !== 'Bundle') return { ...usual, body: changed(body) }
      const entry = (body as Bundle).entry?.map((one) => ({ ...one, resource: one.resource && changed(one.resource) }))
      return { ...usual, body: { ...body, ...(entry && { entry }) } }
    },
  }
}
const lines = (text: string, changed: (resource: Resource) => Resource): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : JSON.stringify(changed(JSON.parse(line) as Resource))))
    .join('\n')
const identifiers = (value: unknown) => value as { system: string; value: string }[]

/** What is valid by FHIR, and breaks a rule. */
export const ruleFaults: Record<string, Fault> = {
  'number-with-blanks': {
    says: 'writes an NHS number with blanks',
    mustFail: 'RULE-PAT-NHS',
    behaviour: everywhere('Patient/p2', (one) => ({
      ...one,
      identifier: identifiers(one.identifier).map((each) =>
        each.value === '9000000017' ? { ...each, value: '900 000 0017' } : each,
      ),
    })),
  },
  'number-twice': {
    says: 'gives an NHS number of a patient twice',
    mustFail: 'RULE-PAT-ONE',
    behaviour: everywhere('Patient/p4', (one) => ({
      ...one,
      identifier: [...identifiers(one.identifier), identifiers(one.identifier)[0]],
    })),
  },
  'name-without-family': {
    says: 'gives a patient without a family name',
    mustFail: 'RULE-PAT-NAME',
    behaviour: everywhere('Patient/p3', (one) => ({ ...one, name: [{ given: ['Zofia'] }] })),
  },
  'allergy-to-nothing': {
    says: 'gives an allergy that does not say to what',
    mustFail: 'RULE-ALG-CODE',
    behaviour: everywhere('AllergyIntolerance/p4-alg2', ({ code: _, ...one }) => one),
  },
  'medicine-without-name': {
    says: 'gives a medicine that does not say which',
    mustFail: 'RULE-MED-CODE',
    behaviour: everywhere('MedicationStatement/p3-med2', (one) => ({
      ...one,
      medicationCodeableConcept: { coding: [{ system: 'http://snomed.info/sct' }] },
    })),
  },
  'value-without-unit': {
    says: 'gives a value without its unit',
    mustFail: 'RULE-OBS-UNIT',
    behaviour: everywhere('Observation/p1-obs2', (one) => ({ ...one, valueQuantity: { value: 62.25 } })),
  },
  'observation-without-date': {
    says: 'does not say when something was observed',
    mustFail: 'RULE-OBS-DATE',
    behaviour: everywhere('Observation/p1-obs2', ({ effectiveDateTime: _, ...one }) => one),
  },
  'slot-without-length': {
    says: 'has a slot that ends when it begins',
    mustFail: 'RULE-SLT-TIME',
    behaviour: everywhere('Slot/slot09', (one) => ({ ...one, end: one.start })),
  },
}
