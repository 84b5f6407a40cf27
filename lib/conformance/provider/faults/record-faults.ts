import type { AllergyIntolerance, Bundle, BundleEntry, Condition, List, Patient, Resource } from '@medplum/fhirtypes'
import type { Behaviour, Fault } from '../behaviour'
import { Refusal, type SpineCode } from '../refusal'
import type { Store } from '../store'
import { isAbout } from '../structured-record'

function entries(bundle: Bundle, change: (resources: Resource[]) => Resource[]): Bundle {
  const urls = new Map((bundle.entry ?? []).map((entry) => [entry.resource, entry.fullUrl]))
  const base = bundle.entry?.[0]?.fullUrl?.replace(/\/[^/]+\/[^/]+$/, '') ?? ''
  const made = (resource: Resource): BundleEntry => ({
    fullUrl: urls.get(resource) ?? `${base}/${resource.resourceType}/${resource.id}`,
    resource,
  })
  return { ...bundle, entry: change((bundle.entry ?? []).map((entry) => entry.resource!)).map(made) }
}
const isList = (resource: Resource): resource is List => resource.resourceType === 'List'
/** The lists of a record through `change`; undefined takes a list away. */
function lists(change: (list: List) => List | undefined): Behaviour {
  return {
    record: (usual) =>
      entries(usual, (all) =>
        all.flatMap((one): Resource[] => (isList(one) ? [change(one)].filter((list) => list !== undefined) : [one])),
      ),
  }
}
async function ofAnother<T extends Resource>(store: Store, type: T['resourceType'], patientId: string): Promise<T[]> {
  return (await store.all<T>(type)).filter((resource) => !isAbout(resource, patientId)).slice(0, 1)
}
const named = (resource: Resource) => ({ item: { reference: `${resource.resourceType}/${resource.id}` } })
function retold(from: SpineCode, status: number, code: SpineCode): Behaviour {
  return {
    refuses: (usual, call) =>
      call.kind === 'record' && usual.code === from ? new Refusal(status, code, usual.message) : usual,
  }
}
const empty: Bundle = { resourceType: 'Bundle', type: 'collection', entry: [] }

/** What stands in a record. */
export const recordFaults: Record<string, Fault> = {
  'wrong-patient': {
    says: "has another patient's allergy in a record, and in its list",
    mustFail: 'REC-01',
    behaviour: {
      record: async (usual, store, patientId) => {
        const foreign = await ofAnother<AllergyIntolerance>(store, 'AllergyIntolerance', patientId)
        return entries(usual, (all) => [
          ...all.map((one) =>
            isList(one) && one.title?.startsWith('Allergies')
              ? { ...one, entry: [...(one.entry ?? []), ...foreign.map(named)] }
              : one,
          ),
          ...foreign,
        ])
      },
    },
  },
  'foreign-condition-at-the-end': {
    says: "has another patient's condition at the end of a record, in no list",
    mustFail: 'REC-01',
    behaviour: {
      record: async (usual, store, patientId) => {
        const foreign = await ofAnother<Condition>(store, 'Condition', patientId)
        return entries(usual, (all) => [...all, ...foreign])
      },
    },
  },
  'foreign-subject': {
    says: 'has one medicine under the name of another patient',
    mustFail: 'REC-01',
    behaviour: {
      record: async (usual, store, patientId) => {
        const other = (await store.all<Patient>('Patient')).find((patient) => patient.id !== patientId)!
        const at = usual.entry?.findLastIndex((entry) => entry.resource?.resourceType === 'MedicationStatement')
        return entries(usual, (all) =>
          all.map((one, here) =>
            here === at && one.resourceType === 'MedicationStatement'
              ? { ...one, subject: { reference: `Patient/${other.id}` } }
              : one,
          ),
        )
      },
    },
  },
  'no-subject': {
    says: 'has a medicine that is nobody’s',
    mustFail: 'REC-01',
    behaviour: {
      record: (usual) =>
        entries(usual, (all) =>
          all.map((one) => {
            if (one.resourceType !== 'MedicationStatement') return one
            const { subject: _, ...rest } = one
            return rest as Resource
          }),
        ),
    },
  },
  'two-patients': {
    says: 'has a second patient in a record',
    mustFail: 'REC-01',
    behaviour: {
      record: async (usual, store, patientId) => {
        const others = (await store.all<Patient>('Patient')).filter((patient) => patient.id !== patientId).slice(0, 1)
        return entries(usual, (all) => [...all, ...others])
      },
    },
  },
  'record-of-another': {
    says: 'gives the record of the next patient under the number that was asked',
    mustFail: 'REC-01',
    behaviour: {
      record: async (usual, store, patientId) => {
        const other = (await store.all<Patient>('Patient')).find((patient) => patient.id !== patientId)!
        return entries(usual, () => [other])
      },
    },
  },
  'list-names-absent': {
    says: 'names in a list what is not in the record',
    mustFail: 'REC-01',
    behaviour: lists((list) => ({
      ...list,
      entry: [...(list.entry ?? []), { item: { reference: 'MedicationStatement/elsewhere' } }],
    })),
  },
  'list-misses': {
    says: 'leaves the last thing of each list out of it',
    mustFail: 'REC-01',
    behaviour: lists((list) => ({ ...list, entry: list.entry?.slice(0, -1) })),
  },
  'list-of-another': {
    says: 'writes a list in the name of another patient',
    mustFail: 'REC-01',
    behaviour: lists((list) => ({
      ...list,
      subject: { reference: `Patient/${list.subject?.reference === 'Patient/p2' ? 'p1' : 'p2'}` },
    })),
  },
  'no-lists': { says: 'gives a record without lists', mustFail: 'REC-01', behaviour: lists(() => undefined) },
  'no-allergy-list': {
    says: 'gives a record without the list of allergies, which has entries',
    mustFail: 'REC-01',
    behaviour: lists((list) => (list.title?.startsWith('Allergies') ? undefined : list)),
  },
  'record-drops-allergy': {
    says: 'leaves one allergy out of a record and its list, that a search finds',
    mustFail: 'REC-01',
    behaviour: {
      record: (usual) => {
        const lost = usual.entry?.find((entry) => entry.resource?.resourceType === 'AllergyIntolerance')?.resource
        if (!lost) return usual
        const reference = named(lost).item.reference
        return entries(usual, (all) =>
          all
            .filter((one) => one !== lost)
            .map((one) =>
              isList(one) ? { ...one, entry: one.entry?.filter((entry) => entry.item.reference !== reference) } : one,
            ),
        )
      },
    },
  },
  'accepts-bad-nhs': {
    says: 'does not check the last digit of an NHS number',
    mustFail: 'REC-02a',
    behaviour: { isNhsNumber: (_, value) => /^\d{10}$/.test(value) },
  },
  'invalid-is-404': {
    says: 'tells an invalid number from an unknown one in nothing',
    mustFail: 'REC-02a',
    behaviour: retold('INVALID_NHS_NUMBER', 404, 'PATIENT_NOT_FOUND'),
  },
  'invalid-is-400-of-another-kind': {
    says: 'refuses an invalid number under another code',
    mustFail: 'REC-02a',
    behaviour: retold('INVALID_NHS_NUMBER', 400, 'INVALID_PARAMETER'),
  },
  'unknown-is-empty': {
    says: 'answers an unknown number with an empty record',
    mustFail: 'REC-02b',
    behaviour: { unknownRecord: () => empty },
  },
  'unknown-is-400': {
    says: 'calls an unknown number invalid',
    mustFail: 'REC-02b',
    behaviour: retold('PATIENT_NOT_FOUND', 400, 'INVALID_NHS_NUMBER'),
  },
  'unknown-is-404-of-another-kind': {
    says: 'refuses an unknown number under another code',
    mustFail: 'REC-02b',
    behaviour: retold('PATIENT_NOT_FOUND', 404, 'NO_RECORD_FOUND'),
  },
}
