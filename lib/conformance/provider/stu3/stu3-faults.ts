import type { Stu3Bundle } from './stu3-record'

type Some = Record<string, unknown> & { resourceType: string }
type Reply = { status: number; headers: Record<string, string>; body: unknown }

/** One way in which a provider of STU3 is wrong, the check that must see it, and the reason that it gives. */
export type Stu3Fault = {
  says: string
  mustFail: string
  reason: string
  statement?: Record<string, unknown>
  admits?: boolean
  takesAnyNumber?: boolean
  record?(usual: Stu3Bundle): Stu3Bundle
  sends?(usual: Reply): Reply
}

const each = (type: string, change: (one: Some) => Some | undefined) => (usual: Stu3Bundle) => ({
  ...usual,
  entry: usual.entry.flatMap(({ resource }) => {
    const one = resource.resourceType === type ? change(resource) : resource
    return one ? [{ resource: one as Stu3Bundle['entry'][number]['resource'] }] : []
  }),
})
const shape = (says: string, type: string, change: (one: Some) => Some): Stu3Fault => ({
  says,
  mustFail: 'STU3-REC-01',
  reason: 'NOT_VALID',
  record: each(type, change),
})
const lacks = (type: string, element: string): Stu3Fault =>
  shape(`gives ${type} without ${element}`, type, ({ [element]: _, ...one }) => one as Some)
const record = (says: string, reason: string, change: Stu3Fault['record']): Stu3Fault => ({
  says,
  mustFail: 'STU3-REC-01',
  reason,
  ...(change && { record: change }),
})
const r4Status = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
}

/** Every way to be wrong, by name. */
export const stu3Faults: Record<string, Stu3Fault> = {
  'stu3-says-r4': {
    says: 'declares R4',
    mustFail: 'STU3-CAP-01',
    reason: 'WRONG_FHIR_VERSION',
    statement: { fhirVersion: '4.0.1' },
  },
  'stu3-no-software': {
    says: 'does not name its software',
    mustFail: 'STU3-CAP-01',
    reason: 'NO_SOFTWARE_VERSION',
    statement: { software: {} },
  },
  'stu3-xml-alone': {
    says: 'declares XML alone',
    mustFail: 'STU3-CAP-01',
    reason: 'NO_JSON_FORMAT',
    statement: { format: ['xml'] },
  },
  'stu3-open': { says: 'gives records without a token', mustFail: 'STU3-AUTH-01', reason: 'OPEN_ACCESS', admits: true },
  'stu3-plain-json': {
    says: 'calls its answers plain JSON',
    mustFail: 'STU3-HDR-01',
    reason: 'WRONG_CONTENT_TYPE',
    sends: (usual) => ({ ...usual, headers: { ...usual.headers, 'content-type': 'application/json' } }),
  },
  'stu3-cacheable': {
    says: 'lets records be kept on the way',
    mustFail: 'STU3-HDR-01',
    reason: 'MAY_BE_STORED',
    sends: (usual) => ({ ...usual, headers: { ...usual.headers, 'cache-control': 'private' } }),
  },
  'stu3-any-number': {
    says: 'does not look at the check digit',
    mustFail: 'STU3-REC-02',
    reason: 'WRONG_STATUS',
    takesAnyNumber: true,
  },
  'stu3-r4-allergy': shape('gives the status of allergies as R4 has it', 'AllergyIntolerance', (one) => ({
    ...one,
    clinicalStatus: r4Status,
  })),
  'stu3-no-asserted-date': lacks('AllergyIntolerance', 'assertedDate'),
  'stu3-no-verification': lacks('AllergyIntolerance', 'verificationStatus'),
  'stu3-no-taken': lacks('MedicationStatement', 'taken'),
  'stu3-no-date-asserted': lacks('MedicationStatement', 'dateAsserted'),
  'stu3-no-intent': lacks('MedicationRequest', 'intent'),
  'stu3-medicine-inside': shape(
    'names a medicine in the statement itself',
    'MedicationStatement',
    ({ medicationReference: _, ...one }) => ({
      ...one,
      medicationCodeableConcept: { text: 'Aspirin' },
    }),
  ),
  'stu3-no-profile': lacks('MedicationRequest', 'meta'),
  'stu3-list-without-mode': lacks('List', 'mode'),
  'stu3-medication-missing': record(
    'leaves out the Medication that a statement names',
    'RECORD_DIFFERS',
    each('Medication', () => undefined),
  ),
  'stu3-allergy-of-another': record(
    'gives an allergy of another patient',
    'OTHER_PATIENT',
    each('AllergyIntolerance', (one) => ({ ...one, patient: { reference: 'Patient/p9' } })),
  ),
  'stu3-list-names-nothing': record(
    'lists an allergy that the record does not hold',
    'LISTS_DIFFER',
    each('AllergyIntolerance', () => undefined),
  ),
}
