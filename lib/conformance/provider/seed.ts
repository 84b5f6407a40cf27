import type { Resource, Slot } from '@medplum/fhirtypes'
import { documents } from './documents'
import { nhsNumberSystem } from './nhs-number'
import { clinicalSeed, type SeedPatient } from './seed-clinical'

/** Numbers that no person has (RP-02). The patients are made up. */
const patients: SeedPatient[] = [
  {
    id: 'p1',
    nhsNumber: '9000000009',
    family: 'Ó Súilleabháin',
    given: ['Aoife', 'Maebh'],
    gender: 'female',
    born: '1952-03-29',
    allergies: 2,
    medicines: 3,
    conditions: 2,
    observations: 14,
    encounters: 4,
    immunisations: 2,
  },
  {
    id: 'p2',
    nhsNumber: '9000000017',
    family: 'Okafor',
    given: ['Chidi'],
    gender: 'male',
    born: '1988-11-02',
    allergies: 0,
    medicines: 1,
    conditions: 1,
    observations: 5,
    encounters: 2,
    immunisations: 1,
  },
  {
    id: 'p3',
    nhsNumber: '9000000025',
    family: "D'Souza-Ł",
    given: ['Zofia', 'Maria', 'Teresa'],
    gender: 'female',
    born: '1931-02-28',
    allergies: 1,
    medicines: 4,
    conditions: 3,
    observations: 9,
    encounters: 3,
    immunisations: 1,
  },
  {
    id: 'p4',
    nhsNumber: '9000000033',
    family: 'Hughes',
    given: ['Dafydd'],
    gender: 'male',
    born: '2019-07-14',
    allergies: 3,
    medicines: 2,
    conditions: 1,
    observations: 3,
    encounters: 1,
    immunisations: 3,
  },
]

/** Everything that a fresh provider holds. Slots stand on the days after `today`. */
export function seed(today: Date): Resource[] {
  return [
    ...practice,
    ...patients.map(patientOf),
    ...patients.flatMap(clinicalSeed),
    ...documents(patients.map(({ id }) => id)),
    ...slots(today),
  ]
}

const practice: Resource[] = [
  {
    resourceType: 'Organization',
    id: 'org1',
    active: true,
    name: 'Ashgrove Surgery (sandbox)',
    identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'ZZ001' }],
  },
  {
    resourceType: 'Location',
    id: 'loc1',
    status: 'active',
    name: 'Ashgrove Surgery, main site',
    identifier: [{ system: 'https://sandbox.test/locations', value: 'main' }],
    managingOrganization: { reference: 'Organization/org1' },
  },
  {
    resourceType: 'Practitioner',
    id: 'prac1',
    active: true,
    name: [{ family: 'Lindqvist', given: ['Åsa'], prefix: ['Dr'] }],
    identifier: [{ system: 'https://fhir.nhs.uk/Id/sds-user-id', value: '999900000001' }],
  },
  {
    resourceType: 'PractitionerRole',
    id: 'role1',
    active: true,
    practitioner: { reference: 'Practitioner/prac1' },
    organization: { reference: 'Organization/org1' },
  },
  {
    resourceType: 'Schedule',
    id: 'sched1',
    active: true,
    identifier: [{ system: 'https://sandbox.test/schedules', value: 'morning' }],
    actor: [{ reference: 'Practitioner/prac1' }, { reference: 'Location/loc1' }],
  },
]

function patientOf(patient: SeedPatient): Resource {
  return {
    resourceType: 'Patient',
    id: patient.id,
    active: true,
    identifier: [
      { system: nhsNumberSystem, value: patient.nhsNumber },
      { system: 'https://sandbox.test/local-numbers', value: `L-${patient.id}` },
    ],
    name: [{ use: 'official', family: patient.family, given: patient.given }],
    gender: patient.gender,
    birthDate: patient.born,
    managingOrganization: { reference: 'Organization/org1' },
    generalPractitioner: [{ reference: 'Practitioner/prac1' }],
  }
}

/** Twenty-five slots of ten minutes: five mornings from tomorrow on. */
function slots(today: Date): Slot[] {
  return Array.from({ length: 25 }, (_, at) => {
    const start = slotStart(today, at)
    return {
      resourceType: 'Slot',
      id: `slot${String(at + 1).padStart(2, '0')}`,
      schedule: { reference: 'Schedule/sched1' },
      status: 'free',
      start: start.toISOString(),
      end: new Date(start.getTime() + 600_000).toISOString(),
    }
  })
}

function slotStart(today: Date, at: number): Date {
  const day = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + 1 + Math.floor(at / 5))
  return new Date(day + 9 * 3_600_000 + (at % 5) * 600_000)
}

/** First and last day of the slots. */
export function slotWindow(today: Date): { start: string; end: string } {
  return { start: slotStart(today, 0).toISOString().slice(0, 10), end: slotStart(today, 24).toISOString().slice(0, 10) }
}
export const seedNhsNumbers = patients.map((patient) => patient.nhsNumber)
