import { inventedNhsNumber } from './invented-nhs-number'
import { coded, day, doctor, hash, instant, status, subject, two } from './invented-parts'
import type { Plot } from './invented-plot'
import { number, type Plain } from './invented-record'
import * as words from './invented-words'

export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number'

type Fields = { [key: string]: Plain | undefined }

/** Every patient has these, so that each class of loss finds its host: n is its place among the patient's resources. */
export const always = [
  'Patient',
  'Encounter',
  'AllergyIntolerance',
  'MedicationRequest',
  'DocumentReference',
  'Appointment',
  'Task',
  'Consent',
  'Observation',
  'Condition',
  'Immunization',
  'Procedure',
  'Flag',
] as const
export const leastPerPatient = always.length
export const hostOf = (type: (typeof always)[number]): number => always.indexOf(type)

export const fields: Record<string, (plot: Plot, encounter: Plain | undefined, n: number) => Fields> = {
  Patient: ({ random, patient }) => ({
    identifier: [
      { use: 'official', system: nhsNumberSystem, value: inventedNhsNumber(patient) },
      { system: 'https://practice.example/Id/local', value: `L${10_000 + patient}` },
    ],
    name: [
      {
        use: 'official',
        family: random.pick(words.surnames),
        given: [random.pick(words.forenames), random.pick(words.forenames)],
      },
    ],
    gender: random.pick(['female', 'male', 'other', 'unknown']),
    birthDate: `${random.between(1930, 2024)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    deceasedDateTime: random.chance(0.02) ? '2025-06-01' : undefined,
    address: [{ line: [`${random.between(1, 200)} Invented Street`], city: 'Sampleton', postalCode: 'ZZ99 3VZ' }],
    extension: [
      {
        url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory',
        valueCodeableConcept: { text: random.pick(['A', 'H', 'M', 'Z']) },
      },
    ],
  }),
  Encounter: (plot) => ({
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: plot.random.pick(['AMB', 'VR', 'HH']) },
    subject: subject(plot),
    participant: [{ individual: doctor(plot.random) }],
    period: { start: instant(plot.random) },
    reasonCode: [{ text: plot.random.pick(words.notes) }],
    serviceProvider: { display: 'Invented Surgery' },
  }),
  Observation: (plot, encounter) => measured(plot, encounter),
  MedicationRequest: (plot, encounter, n) => prescribed(plot, encounter, n === hostOf('MedicationRequest')),
  Condition: (plot, encounter) => ({
    clinicalStatus: status('condition-clinical', plot.random.pick(['active', 'active', 'inactive', 'resolved'])),
    verificationStatus: status('condition-ver-status', 'confirmed'),
    category: [status('condition-category', 'problem-list-item')],
    code: coded(plot.random, plot.random.pick(words.problems), 1),
    subject: subject(plot),
    encounter,
    onsetDateTime: day(plot.random),
    recordedDate: instant(plot.random),
    note: [{ text: plot.random.pick(words.notes) }],
  }),
  DocumentReference: (plot, encounter) => ({
    status: 'current',
    type: { text: plot.random.pick(words.letters) },
    subject: subject(plot),
    date: instant(plot.random),
    author: [doctor(plot.random)],
    description: plot.random.pick(words.letters),
    content: [
      {
        attachment: {
          contentType: 'application/pdf',
          url: 'urn:attachment',
          size: number(String(plot.random.between(10_000, 900_000))),
          hash: hash(plot.random),
          title: plot.random.pick(words.letters),
        },
      },
    ],
    context: encounter === undefined ? undefined : { encounter: [encounter] },
  }),
  Immunization: (plot, encounter) => ({
    status: 'completed',
    vaccineCode: coded(plot.random, plot.random.pick(words.vaccines), 3),
    patient: subject(plot),
    encounter,
    occurrenceDateTime: day(plot.random),
    lotNumber: `B${plot.random.between(1_000, 9_999)}`,
    doseQuantity: { value: number('0.50'), unit: 'ml' },
  }),
  Procedure: (plot, encounter) => ({
    status: 'completed',
    code: coded(plot.random, plot.random.pick(words.procedures), 4),
    subject: subject(plot),
    encounter,
    performedDateTime: instant(plot.random),
    note: [{ text: plot.random.pick(words.notes) }],
  }),
  AllergyIntolerance: (plot) => ({
    clinicalStatus: status('allergyintolerance-clinical', 'active'),
    verificationStatus: status('allergyintolerance-verification', 'confirmed'),
    type: 'allergy',
    criticality: plot.random.pick(['low', 'high', 'unable-to-assess']),
    code: coded(plot.random, plot.random.pick(words.allergens), 5),
    patient: subject(plot),
    recordedDate: instant(plot.random),
    reaction: [
      {
        manifestation: [{ text: plot.random.pick(['Rash', 'Anaphylaxis', 'Wheeze']) }],
        severity: plot.random.pick(['mild', 'moderate', 'severe']),
      },
    ],
  }),
  Appointment: (plot) => ({
    status: 'booked',
    description: plot.random.pick(words.notes),
    start: `2026-0${plot.random.between(4, 9)}-${two(plot.random.between(1, 28))}T${two(plot.random.between(9, 17))}:${plot.random.pick(['00', '15', '30', '45'])}:00+01:00`,
    minutesDuration: number('15'),
    participant: [
      { actor: subject(plot), status: 'accepted' },
      { actor: doctor(plot.random), status: 'accepted' },
    ],
  }),
  Task: (plot, encounter, n) => ({
    status: plot.random.pick(['requested', 'accepted', 'in-progress']),
    intent: 'order',
    description: plot.random.pick(words.notes),
    for: subject(plot),
    encounter,
    // The host of a lost task refers to nothing, and no host of a lost letter is referred to: each loss stands alone.
    focus:
      n > leastPerPatient && plot.documents.length > 1
        ? { reference: `${plot.ids.base}DocumentReference/${plot.ids.id(plot.patient, plot.documents.at(-1)!)}` }
        : undefined,
    authoredOn: instant(plot.random),
  }),
  Consent: (plot) => ({
    status: 'active',
    scope: { text: 'Summary care record' },
    category: [{ text: 'Sharing' }],
    patient: subject(plot),
    dateTime: instant(plot.random),
    provision: {
      type: plot.random.pick(['permit', 'deny']),
      purpose: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'TREAT' }],
    },
  }),
  Flag: (plot, encounter) => ({
    status: 'active',
    category: [{ text: 'safety' }],
    code: { text: plot.random.pick(['Safeguarding: see record', 'Needs interpreter', 'Lone-worker warning']) },
    subject: subject(plot),
    encounter,
    period: { start: day(plot.random) },
  }),
}

function measured(plot: Plot, encounter: Plain | undefined): Fields {
  const { random } = plot
  const [name, unit, least, most, digits] = random.pick(words.measures)
  const whole = random.between(least, most)
  const value =
    digits === 0 ? String(whole) : `${whole}.${String(random.between(0, 10 ** digits - 1)).padStart(digits, '0')}`
  return {
    status: 'final',
    category: [status('observation-category', 'vital-signs')],
    code: coded(random, name, 2),
    subject: subject(plot),
    encounter,
    effectiveDateTime: instant(random),
    performer: [doctor(random)],
    valueQuantity: { value: number(value), unit, system: 'http://unitsofmeasure.org', code: unit },
    referenceRange: [{ low: { value: number(String(least)), unit }, high: { value: number(String(most)), unit } }],
    note: random.chance(0.4) ? [{ text: random.pick(words.notes) }] : undefined,
  }
}

function prescribed(plot: Plot, encounter: Plain | undefined, active: boolean): Fields {
  const { random } = plot
  const running = active || random.chance(0.3)
  return {
    status: running ? 'active' : random.pick(['completed', 'stopped']),
    intent: 'order',
    medicationCodeableConcept: coded(random, random.pick(words.drugs), 6),
    subject: subject(plot),
    encounter,
    authoredOn: instant(random),
    requester: doctor(random),
    extension: running
      ? [
          {
            url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-MedicationRepeatInformation',
            extension: [
              { url: 'numberOfPrescriptionsAllowed', valueInteger: number(String(random.between(3, 12))) },
              { url: 'authorisationExpiryDate', valueDateTime: '2026-11-30' },
            ],
          },
        ]
      : undefined,
    courseOfTherapyType: { text: running ? 'repeat' : 'acute' },
    dosageInstruction: [
      {
        text: random.pick(words.doses),
        doseAndRate: [{ doseQuantity: { value: number(random.pick(['1', '2', '2.5', '10.0'])), unit: 'tablet' } }],
      },
    ],
    dispenseRequest: {
      quantity: { value: number(String(random.pick([28, 30, 56, 84]))), unit: 'tablet' },
      validityPeriod: { start: day(random) },
    },
  }
}
