import type { Resource } from '@medplum/fhirtypes'
import type { Behaviour, Fault } from '../behaviour'

/** What came in from an export: the seed's entries under a new name. */
const isImported = (one: Resource): boolean =>
  one.id!.startsWith('made-') && !JSON.stringify(one).includes('conformance')
const imported = (change: (one: Resource) => Resource | undefined): Behaviour => ({
  exports: (usual) => usual.flatMap((one) => (isImported(one) ? (change(one) ?? []) : one)),
})

/** What becomes of a record that goes out, comes in, and goes out again; and of many callers at once. */
export const migrationFaults: Record<string, Fault> = {
  'import-is-not-exported': {
    says: 'leaves an allergy that was imported out of the next export, and of its search',
    mustFail: 'MIG-01',
    behaviour: {
      ...imported((one) => (one.resourceType === 'AllergyIntolerance' ? undefined : one)),
      finds: (usual, call) => (call.type === 'AllergyIntolerance' ? usual.filter((one) => !isImported(one)) : usual),
    },
  },
  'import-loses-codes': {
    says: 'keeps the words of an observation that is imported, and loses its code',
    mustFail: 'MIG-01',
    behaviour: {
      keeps: (usual) => {
        const { code, ...rest } = usual as { code?: { text?: string; coding?: { code?: string }[] } } & typeof usual
        const known = code?.coding?.some((coding) => coding.code === '27113001')
        return usual.resourceType === 'Observation' && known
          ? ({ ...rest, code: { text: code!.text } } as typeof usual)
          : usual
      },
    },
  },
  'import-refused': {
    says: 'does not take back the medicines that it exports',
    mustFail: 'MIG-01',
    behaviour: {
      problems: (usual, resource) =>
        resource.resourceType === 'MedicationStatement' && 'basedOn' in resource
          ? [...usual, 'MedicationStatement.basedOn: not known here']
          : usual,
    },
  },
  'import-changes-the-first': {
    says: 'joins a patient who is imported with the one of the same name',
    mustFail: 'MIG-01',
    behaviour: {
      exports: (usual) =>
        usual.some((one) => one.resourceType === 'Patient' && isNamesake(one))
          ? usual.map((one) => (one.resourceType === 'Patient' && one.id === 'p1' ? { ...one, active: false } : one))
          : usual,
    },
  },
  'slow-under-load': {
    says: 'takes more than three seconds for a record where others ask too',
    mustFail: 'PERF-02',
    behaviour: {
      delay: (call, underway) => (call.kind === 'record' ? (underway > 1 ? 3_050 : 250) : 0),
    },
  },
  'breaks-under-load': {
    says: 'refuses a record where others ask too',
    mustFail: 'PERF-02',
    behaviour: {
      delay: (call, underway) => {
        if (call.kind === 'record' && underway > 1) call.headers['x-overloaded'] = 'yes'
        return call.kind === 'record' ? 250 : 0
      },
      sends: (usual, call) =>
        call.kind === 'record' && call.headers['x-overloaded'] && usual.status === 200
          ? { ...usual, status: 429 }
          : usual,
    },
  },
}

function isNamesake(one: Resource): boolean {
  return one.id!.startsWith('made-') && JSON.stringify(one).includes('Ó Súilleabháin')
}
