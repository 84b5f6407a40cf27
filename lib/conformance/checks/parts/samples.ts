import type { Fields } from './json'

const local = 'https://conformance.example/id'
/** Marks what a run has written, so that a supplier can find and remove it. */
export const markOf = (nonce: string): Fields => ({ system: local, value: nonce })

/** A made-up person with everything that gets lost easily: signs in names, dates before 1970, lists in order (WRT-01). */
export const samplePatient = (mark: string): Fields => ({
  resourceType: 'Patient',
  identifier: [markOf(mark), { use: 'secondary', system: `${local}/second`, value: '0017' }],
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
      valueAddress: { city: 'Ynys Môn', country: 'GB' },
    },
  ],
  active: true,
  name: [
    { use: 'official', family: 'O\u2019Brien-Ł', given: ['Zoë', 'Anne-Marie'], prefix: ['Mrs'] },
    { use: 'nickname', family: "O'Brien-Ł", given: ['Żaneta “Jo”', '李'] },
  ],
  telecom: [
    { system: 'phone', value: '+44 7700 900123', use: 'mobile', rank: 2 },
    { system: 'phone', value: '020 7946 0018', use: 'home', rank: 1 },
  ],
  gender: 'female',
  birthDate: '1931-02-28',
  deceasedBoolean: false,
  address: [
    {
      use: 'home',
      line: ['Flat 2', '7 St. John’s & Sons <Yard>'],
      city: 'Ynys Môn',
      postalCode: 'LL65 1AA',
      country: 'GB',
    },
  ],
  multipleBirthInteger: 2,
  contact: [
    { name: { family: "D'Ángelo", given: ['Íñigo'] }, telecom: [{ system: 'email', value: 'i@conformance.example' }] },
  ],
  communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'cy' }] }, preferred: true }],
})

const snomed = (code: string, display: string): Fields => ({
  coding: [{ system: 'http://snomed.info/sct', code, display }],
  text: `${display} (as told)`,
})
const coded = (system: string, code: string): Fields => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
})
const quantity = (value: number): Fields => ({
  value,
  unit: 'mmol/L',
  system: 'http://unitsofmeasure.org',
  code: 'mmol/L',
})

/** Clinical entries about that patient: partial dates, decimals, text over several lines. */
export const sampleEntries = (patient: string, mark: string): (Fields & { resourceType: string })[] => {
  const subject = { reference: patient }
  const identifier = [markOf(mark)]
  const note = [{ text: 'First line\nsecond line, “quoted”, 5 < 6 & ½' }, { text: 'A later note' }]
  return [
    {
      resourceType: 'AllergyIntolerance',
      identifier,
      clinicalStatus: coded('allergyintolerance-clinical', 'active'),
      verificationStatus: coded('allergyintolerance-verification', 'confirmed'),
      category: ['medication', 'food'],
      code: snomed('91936005', 'Allergy to penicillin'),
      patient: subject,
      onsetDateTime: '1948-07',
      note,
      reaction: [{ manifestation: [snomed('247472004', 'Weal'), snomed('271807003', 'Eruption')], severity: 'mild' }],
    },
    {
      resourceType: 'Condition',
      identifier,
      clinicalStatus: coded('condition-clinical', 'active'),
      verificationStatus: coded('condition-ver-status', 'confirmed'),
      code: snomed('38341003', 'Hypertensive disorder'),
      subject,
      onsetDateTime: '1969-12-31',
      note,
    },
    {
      resourceType: 'Observation',
      identifier,
      status: 'final',
      code: snomed('1000731000000107', 'Serum creatinine level'),
      subject,
      effectiveDateTime: '2001-07-25T00:30:00+01:00',
      valueQuantity: quantity(0.085),
      referenceRange: [{ low: quantity(0.049), high: quantity(0.0905) }],
    },
    {
      resourceType: 'MedicationStatement',
      identifier,
      status: 'active',
      medicationCodeableConcept: snomed('322236009', 'Paracetamol 500mg tablets'),
      subject,
      effectivePeriod: { start: '1965', end: '2024-02-29' },
      dosage: [
        { sequence: 1, text: 'Two, four times a day' },
        { sequence: 2, text: 'None at night' },
      ],
    },
    {
      resourceType: 'MedicationRequest',
      identifier,
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: snomed('319775004', 'Aspirin 75mg tablets'),
      subject,
      authoredOn: '2020-02-29T23:59:59+00:00',
      dosageInstruction: [{ text: 'One a day', doseAndRate: [{ doseQuantity: { value: 0.5, unit: 'tablet' } }] }],
    },
    {
      resourceType: 'Immunization',
      identifier,
      status: 'completed',
      vaccineCode: snomed('871751006', 'Vaccine product containing only Hepatitis A virus antigen'),
      patient: subject,
      occurrenceDateTime: '1957-10-04',
      primarySource: false,
      lotNumber: '000123',
    },
    {
      resourceType: 'Procedure',
      identifier,
      status: 'completed',
      code: snomed('80146002', 'Appendectomy'),
      subject,
      performedDateTime: '1939-09',
      note,
    },
    {
      resourceType: 'Encounter',
      identifier,
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      subject,
      period: { start: '1999-12-31T23:50:00+00:00', end: '2000-01-01T00:05:00+00:00' },
    },
  ]
}
