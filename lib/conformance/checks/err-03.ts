import { defineCheck } from '../run/define-check'
import { must, notClaimed } from '../run/finding'
import { type Fields, listOf } from './parts/json'
import { mustRefuse } from './parts/outcome'
import { markOf } from './parts/samples'
import { searchPage } from './parts/search'
import { readStatement, typesWith } from './parts/statement'

export const err03 = defineCheck({
  id: 'ERR-03',
  title: 'Invalid resources are refused, and not kept',
  requirement: 'GPC/error-handling',
  strength: 'BLOCK',
  writes: true,
  explanation:
    'A create of a resource that is not valid answers 400 or 422 with an OperationOutcome whose issue.details.coding says INVALID_RESOURCE: for ' +
    'each type that declares create, an element left out that R4 requires, or one that R4 does not know; for patients an unknown element, a value ' +
    'of the wrong type, a list that is none, a date that is none, a day that the calendar has not, a code that its required value set has not, and a body of another type. Nothing of it can be found afterwards. [GP Connect, error-handling page: INVALID_RESOURCE]',
  examine: async (context) => {
    const { client, nonce } = context
    const statement = await readStatement(context)
    const types = typesWith(statement, 'create').map(({ type }) => type)
    if (types.length === 0) throw notClaimed('The capability statement declares no create')
    for (const { type, wrong, body } of types.flatMap((type) => invalidOf(type, nonce)))
      mustRefuse(
        await client.ask({ method: 'POST', to: type, body }),
        `create of ${type} with ${wrong}`,
        [400, 422],
        'INVALID_RESOURCE',
        'INVALID_ACCEPTED',
      )
    const searchable = statement.types.find(({ type }) => type === 'Patient')?.searchParameters.includes('identifier')
    if (types.includes('Patient') && searchable) {
      const { system, value } = markOf(`${nonce}-invalid`)
      const kept = await searchPage(context, `Patient?identifier=${encodeURIComponent(`${system}|${value}`)}`, 'search')
      must(
        !kept.matches.some(({ identifier }) => listOf(identifier).some((one) => one.value === value)),
        'INVALID_ACCEPTED',
        'An invalid patient was refused, and kept all the same',
      )
    }
    return `Invalid resources are refused with INVALID_RESOURCE, and not kept${statement.scope}`
  },
})

type Invalid = { type: string; wrong: string; body: Fields }
function invalidOf(type: string, nonce: string): Invalid[] {
  const one = (wrong: string, more: Fields): Invalid => ({ type, wrong, body: { resourceType: type, ...more } })
  if (type !== 'Patient')
    return [
      required[type]
        ? one('a missing element that is required', required[type])
        : one('an unknown element', { noSuchElement: 'x' }),
    ]
  const sound = { identifier: [markOf(`${nonce}-invalid`)], name: [{ family: 'Invalid' }] }
  return [
    one('an unknown element', { ...sound, noSuchElement: 'x' }),
    one('a value of the wrong type', { ...sound, language: 17 }),
    one('a code that the value set has not', { ...sound, gender: 'neither' }),
    one('a day that the calendar has not', { ...sound, birthDate: '1931-02-30' }),
    one('a list that is none', { ...sound, name: { family: 'Invalid' } }),
    one('a date that is none', { ...sound, birthDate: '28/02/1931' }),
    one('an object for a text', { ...sound, name: [{ family: { text: 'Invalid' } }] }),
    one('a text for a boolean', { ...sound, active: 'yes' }),
    one('an unknown element inside', { ...sound, contact: [{ noSuchElement: true }] }),
    { type, wrong: 'a body of another type', body: { resourceType: 'Organization', name: 'Invalid' } },
  ]
}

/** A body that is valid but for the element that R4 requires of the type. */
const required: Record<string, Fields> = {
  AllergyIntolerance: { code: { text: 'Invalid' } },
  Condition: { code: { text: 'Invalid' } },
  Observation: { status: 'final' },
  MedicationRequest: { status: 'active', intent: 'order' },
  MedicationStatement: { medicationCodeableConcept: { text: 'Invalid' } },
  Immunization: { status: 'completed' },
  Procedure: { code: { text: 'Invalid' } },
  Encounter: { status: 'finished' },
  Appointment: { status: 'booked' },
}
