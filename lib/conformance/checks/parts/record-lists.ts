import { must } from '../../run/finding'
import { fieldsOf, keyOf, listOf, type Resource, textOf } from './json'
import { pointerOf, pointersIn, subjectElementOf } from './references'

type Area = { name: string; words: RegExp; code: string; types: string[] }
/** The two lists that were asked for (GP Connect, list resource: codes and titles). */
const areas: Area[] = [
  { name: 'Allergies', words: /allerg/i, code: '886921000000105', types: ['AllergyIntolerance'] },
  {
    name: 'Medications',
    words: /medicat|medicine/i,
    code: '933361000000108',
    types: ['MedicationStatement', 'MedicationRequest', 'MedicationDispense', 'MedicationAdministration', 'Device'],
  },
]

/**
 * Lists = contents, both ways: what a List names stands in the record, of the type that the List is about, named once; and each entry
 * about the patient is named by a List, or belongs to one that is.
 * @returns the types that the Lists name themselves
 */
export function mustMatchLists(resources: Resource[], inBundle: ReadonlyMap<string, Resource>): Set<string> {
  const lists = resources.filter(({ resourceType }) => resourceType === 'List')
  for (const { name, words, code } of areas)
    must(
      lists.some((list) => isAbout(list, words, code)),
      'LISTS_DIFFER',
      `structured record: expected a List ${name}, got none`,
    )
  const byKey = new Map(resources.map((resource) => [keyOf(resource), resource]))
  const listed = new Set<Resource>()
  for (const list of lists) {
    const area = areas.find(({ words, code }) => isAbout(list, words, code))
    const named = listOf(list.entry).map(({ item }) => {
      const pointer = pointerOf(textOf(fieldsOf(item).reference) ?? '', inBundle)
      const resource = pointer && byKey.get(`${pointer.type}/${pointer.id}`)
      must(resource, 'LISTS_DIFFER', 'structured record: a List names something that the record does not hold')
      must(
        area === undefined || area.types.includes(resource.resourceType),
        'LISTS_DIFFER',
        `structured record: the List ${area?.name} names something of the type ${resource.resourceType}`,
      )
      return resource
    })
    must(new Set(named).size === named.length, 'LISTS_DIFFER', 'structured record: a List names something twice')
    for (const resource of named) listed.add(resource)
  }
  const types = new Set([...listed].map(({ resourceType }) => resourceType))
  const reached = reachable(listed, byKey, inBundle)
  for (const resource of resources)
    must(
      !needsList(resource) || reached.has(resource),
      'LISTS_DIFFER',
      () => `structured record: no List names a ${resource.resourceType} that the record holds`,
    )
  return types
}

const isAbout = ({ title, code }: Resource, words: RegExp, listCode: string): boolean =>
  listOf(fieldsOf(code).coding).some((coding) => coding.code === listCode) ||
  [title, fieldsOf(code).text, ...listOf(fieldsOf(code).coding).map(({ display }) => display)].some((word) =>
    words.test(textOf(word) ?? ''),
  )

/** Allergies and medicines of the patient must be named; a request behind a statement is named with it. */
const needsList = ({ resourceType, subject, patient }: Resource): boolean =>
  !['Patient', 'List', 'Encounter', 'Device', 'RelatedPerson', 'Appointment'].includes(resourceType) &&
  (subjectElementOf(resourceType) !== undefined || subject !== undefined || patient !== undefined)

function reachable(
  from: Set<Resource>,
  byKey: ReadonlyMap<string | undefined, Resource>,
  inBundle: ReadonlyMap<string, Resource>,
): Set<Resource> {
  const reached = new Set(from)
  // An allergy is named by a List or by nothing: who mentions it does not list it.
  for (const resource of reached)
    for (const { type, id } of pointersIn(resource, inBundle)) {
      const next = byKey.get(`${type}/${id}`)
      if (next && next.resourceType !== 'AllergyIntolerance' && next.resourceType !== 'MedicationStatement')
        reached.add(next)
    }
  return reached
}
