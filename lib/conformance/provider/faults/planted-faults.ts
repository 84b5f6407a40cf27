import type { Bundle, List, Resource } from '@medplum/fhirtypes'
import type { Behaviour, Fault } from '../behaviour'

/** What was made while the provider ran, and is not struck out. */
const isNew = (resource: Resource): boolean =>
  resource.id!.startsWith('made-') && !JSON.stringify(resource).includes('entered-in-error')
const ofFirst = (resource: Resource): boolean => JSON.stringify(resource).includes('"Patient/p1"')
const inRecord = (change: (resource: Resource) => Resource | undefined): Behaviour => ({
  record: (usual) => ({
    ...usual,
    entry: usual.entry!.flatMap((entry) => {
      const resource = change(entry.resource!)
      return resource ? [{ ...entry, resource }] : []
    }),
  }),
})
/** The lists without what is new of a type. */
function unlisted(bundle: Bundle, type: string): Bundle {
  const news = new Set(bundle.entry!.flatMap(({ resource }) => (isNew(resource!) ? [`${type}/${resource!.id}`] : [])))
  const lists = (resource: Resource) =>
    resource.resourceType === 'List'
      ? { ...resource, entry: (resource as List).entry?.filter(({ item }) => !news.has(item.reference ?? '')) }
      : resource
  return { ...bundle, entry: bundle.entry!.map((entry) => ({ ...entry, resource: lists(entry.resource!) })) }
}
const lacks = (type: string): Behaviour => ({
  record: (usual) => {
    const bundle = unlisted(usual, type)
    const left = bundle.entry!.filter(({ resource }) => resource!.resourceType !== type || !isNew(resource!))
    return { ...bundle, entry: left }
  },
})

/** What a record makes of an entry that has just been made. */
export const plantedFaults: Record<string, Fault> = {
  'record-lacks-new-allergy': {
    says: 'leaves an allergy that was just made out of the record',
    mustFail: 'REC-03',
    behaviour: lacks('AllergyIntolerance'),
  },
  'record-lacks-new-medicine': {
    says: 'leaves a medicine that was just made out of the record',
    mustFail: 'REC-03',
    behaviour: lacks('MedicationStatement'),
  },
  'record-drops-notes': {
    says: 'gives allergies in a record without their notes',
    mustFail: 'REC-03',
    behaviour: inRecord((resource) => {
      if (resource.resourceType !== 'AllergyIntolerance') return resource
      const { note: _, ...rest } = resource
      return rest
    }),
  },
  'record-drops-dosage': {
    says: 'gives the first dosage of a medicine in a record',
    mustFail: 'REC-03',
    behaviour: inRecord((resource) =>
      resource.resourceType === 'MedicationStatement'
        ? { ...resource, ...(resource.dosage && { dosage: resource.dosage.slice(0, 1) }) }
        : resource,
    ),
  },
  'record-does-not-list-new': {
    says: 'holds an allergy that was just made, and does not list it',
    mustFail: 'REC-03',
    behaviour: { record: (usual) => unlisted(usual, 'AllergyIntolerance') },
  },
  'record-gives-new-to-all': {
    says: 'has an allergy that was just made in the record of everybody',
    mustFail: 'REC-03',
    behaviour: {
      record: async (usual, store) => {
        const held = new Set(usual.entry!.map(({ resource }) => resource!.id))
        const news = (await store.all('AllergyIntolerance')).filter(
          (one) => isNew(one) && !held.has(one.id) && ofFirst(one),
        )
        return { ...usual, entry: [...usual.entry!, ...news.map((resource) => ({ resource }))] }
      },
    },
  },
}
