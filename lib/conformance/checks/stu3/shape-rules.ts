import { type Fields, fieldsOf, isFields, listOf, type Resource, textOf } from '../parts/json'

/** What GP Connect's STU3 profiles ask of one element: how it is told, and whether a resource has it. */
type Rule = { path: string; holds(resource: Fields): boolean }

const code = (path: string, known: string[]): Rule => ({
  path: `${path} as one of ${known.join(', ')}`,
  holds: (resource) => known.includes(String(resource[path])) && typeof resource[path] === 'string',
})
const reference = (path: string, type?: string): Rule => ({
  path: `${path}.reference${type ? ` to a ${type}` : ''}`,
  holds: (resource) => {
    const given = textOf(fieldsOf(resource[path]).reference)
    return given !== undefined && (type === undefined || new RegExp(`(^|/)${type}/|^urn:uuid:`).test(given))
  },
})
const coded = (path: string): Rule => ({
  path: `${path} with a coding or a text`,
  holds: (resource) => {
    const { coding, text } = fieldsOf(resource[path])
    return textOf(text) !== undefined || listOf(coding).some((one) => textOf(one.code) ?? textOf(one.display))
  },
})
const moment = (path: string): Rule => ({
  path: `${path} as a date`,
  holds: (resource) => /^\d{4}(-\d\d(-\d\d(T.+)?)?)?$/.test(textOf(resource[path]) ?? ''),
})

/** By type, in the shape of FHIR STU3 (3.0.1) and the profiles CareConnect-GPC-…-1; where R4 differs, the R4 shape does not fit. */
const rules: Record<string, Rule[]> = {
  Patient: [
    {
      path: 'identifier with an NHS number',
      holds: ({ identifier }) =>
        listOf(identifier).some(({ system }) => system === 'https://fhir.nhs.uk/Id/nhs-number'),
    },
  ],
  AllergyIntolerance: [
    code('clinicalStatus', ['active', 'inactive', 'resolved']),
    code('verificationStatus', ['unconfirmed', 'confirmed', 'refuted', 'entered-in-error']),
    coded('code'),
    reference('patient', 'Patient'),
    moment('assertedDate'),
  ],
  MedicationStatement: [
    code('status', ['active', 'completed', 'entered-in-error', 'intended', 'stopped', 'on-hold']),
    code('taken', ['y', 'n', 'unk', 'na']),
    reference('medicationReference', 'Medication'),
    reference('subject', 'Patient'),
    moment('dateAsserted'),
  ],
  MedicationRequest: [
    code('status', ['active', 'on-hold', 'cancelled', 'completed', 'entered-in-error', 'stopped', 'draft', 'unknown']),
    code('intent', ['proposal', 'plan', 'order', 'instance-order']),
    reference('medicationReference', 'Medication'),
    reference('subject', 'Patient'),
  ],
  Medication: [coded('code')],
  List: [
    code('status', ['current', 'retired', 'entered-in-error']),
    code('mode', ['working', 'snapshot', 'changes']),
    coded('code'),
    reference('subject', 'Patient'),
  ],
}

/** The types whose shape is looked at. */
export const shapedTypes = Object.keys(rules)

/** What a resource lacks of its STU3 profile, in words; undefined where it lacks nothing, or its type is not looked at. */
export function shapeFault(resource: Resource): string | undefined {
  const { resourceType } = resource
  const own = Object.hasOwn(rules, resourceType) ? rules[resourceType]! : []
  const profile = `https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-${resourceType}-`
  const named = fieldsOf(resource.meta).profile
  if (own.length > 0 && !(Array.isArray(named) && named.some((one) => String(one).startsWith(profile))))
    return `meta.profile CareConnect-GPC-${resourceType}-1`
  return own.find(({ holds }) => !isFields(resource) || !holds(resource))?.path
}
