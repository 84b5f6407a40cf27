import { isArray, isObject, type Json, type JsonObject, textAt } from '../../json/json'

/** All code words of a status, whether STU3 writes a code or R4 a CodeableConcept or Coding; lower case. */
export function codesOf(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value.toLowerCase()]
  if (isArray(value)) return value.flatMap(codesOf)
  if (!isObject(value)) return []
  const code = value.get('code')
  return [...codesOf(value.get('coding')), ...(typeof code === 'string' ? [code.toLowerCase()] : [])]
}

const some = (value: Json | undefined, words: readonly string[]): boolean =>
  codesOf(value).some((code) => words.includes(code))

/** Extensions at any depth of the resource's own list, by the end of their address. */
export function hasExtension(resource: JsonObject, ending: RegExp): boolean {
  const inside = (value: Json | undefined): boolean =>
    isArray(value) &&
    value.some((item) => isObject(item) && (ending.test(textAt(item, 'url') ?? '') || inside(item.get('extension'))))
  return inside(resource.get('extension')) || inside(resource.get('modifierExtension'))
}

const typeIs = (resource: JsonObject, types: readonly string[]): boolean =>
  types.includes(textAt(resource, 'resourceType') ?? '')

const medicationTypes = [
  'Medication',
  'MedicationRequest',
  'MedicationOrder',
  'MedicationStatement',
  'MedicationDispense',
  'MedicationAdministration',
  'MedicationUsage',
]
export const isAllergy = (r: JsonObject): boolean => typeIs(r, ['AllergyIntolerance'])
export const isMedication = (r: JsonObject): boolean => typeIs(r, medicationTypes)
export const isConsent = (r: JsonObject): boolean => typeIs(r, ['Consent'])
export const isPatient = (r: JsonObject): boolean => typeIs(r, ['Patient'])

/** Anything that is prescribed or taken at present. Without a status nothing says that it has ended. */
export const isActiveMedication = (r: JsonObject): boolean =>
  isMedication(r) && !typeIs(r, ['Medication', 'MedicationDispense', 'MedicationAdministration']) && isCurrent(r)

const isCurrent = (r: JsonObject): boolean =>
  !r.has('status') || some(r.get('status'), ['active', 'on-hold', 'intended', 'recorded', 'unknown', 'draft'])

/**
 * C08: an active medication that is not marked as acute. Systems mark repeats in many ways (course of therapy, GP Connect's
 * prescription type, repeats allowed), so what is not said to be acute is held to be repeat: a doubt costs a look, not a dose.
 */
export function isActiveRepeat(r: JsonObject): boolean {
  if (!isActiveMedication(r)) return false
  const marks = [...codesOf(r.get('courseOfTherapyType')), ...prescriptionTypes(r)]
  return !marks.includes('acute')
}

function prescriptionTypes(r: JsonObject): string[] {
  const extensions = r.get('extension')
  if (!isArray(extensions)) return []
  return extensions.flatMap((one) =>
    isObject(one) && /PrescriptionType/.test(textAt(one, 'url') ?? '')
      ? codesOf(one.get('valueCodeableConcept') ?? one.get('valueCode'))
      : [],
  )
}

/** C10: a condition that nobody has ended. */
export const isActiveProblem = (r: JsonObject): boolean =>
  typeIs(r, ['Condition']) &&
  !some(r.get('clinicalStatus'), ['inactive', 'resolved', 'remission']) &&
  !some(r.get('verificationStatus'), ['refuted', 'entered-in-error'])

const ended = ['completed', 'cancelled', 'rejected', 'failed', 'entered-in-error', 'revoked', 'stopped', 'ended']
export const isOpenTask = (r: JsonObject): boolean => typeIs(r, ['Task']) && !some(r.get('status'), ended)

const over = ['fulfilled', 'cancelled', 'noshow', 'entered-in-error', 'checked-in', 'arrived', 'declined']
/** C16: an appointment after the profile's `asOf` that is not called off; without a start it may still come. */
export function isFutureAppointment(r: JsonObject, asOf: number): boolean {
  if (!typeIs(r, ['Appointment']) || some(r.get('status'), over)) return false
  const start = Date.parse(textAt(r, 'start') ?? latestRequested(r) ?? '')
  return Number.isNaN(start) || start > asOf
}

function latestRequested(r: JsonObject): string | undefined {
  const periods = r.get('requestedPeriod')
  const ends = isArray(periods) ? periods.flatMap((p) => textAt(p, 'end') ?? textAt(p, 'start') ?? []) : []
  return ends.sort().at(-1)
}

const unfiledTypes = ['DiagnosticReport', 'Observation', 'DocumentReference', 'Communication', 'Composition', 'Media']
const unfiled = ['registered', 'partial', 'preliminary', 'preparation', 'in-progress', 'received']
/** C16: a result or letter that nobody has filed yet. */
export const isUnfiled = (r: JsonObject): boolean =>
  typeIs(r, unfiledTypes) && (some(r.get('status'), unfiled) || some(r.get('docStatus'), unfiled))

const planTypes = [
  'ReferralRequest',
  'ServiceRequest',
  'ProcedureRequest',
  'DiagnosticOrder',
  'CarePlan',
  'CommunicationRequest',
  'ImmunizationRecommendation',
  'DeviceRequest',
  'NutritionOrder',
  'RequestGroup',
  'AppointmentResponse',
  'EpisodeOfCare',
]
/** C17: a recall, a diary entry or a referral that has not come to its end. */
export const isPlanInFlight = (r: JsonObject): boolean => typeIs(r, planTypes) && !some(r.get('status'), ended)
