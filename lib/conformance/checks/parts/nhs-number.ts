import { isFields, listOf, type Resource, textOf } from './json'

export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number'
/** How many fixture numbers a check asks for: a run may send 500 requests in all. */
export const mostNumbers = 10
const systems = /^https?:\/\/fhir\.(nhs\.uk|nhs\.net|hl7\.org\.uk)\/id\/nhs-number$/i

/** The NHS numbers of a patient, by the system that says they are one. */
export const nhsNumbersOf = (patient: Resource): string[] =>
  listOf(patient.identifier).flatMap((identifier) => (isNhsNumber(identifier) ? [digits(identifier.value)] : []))

/** The same number with another last digit: never valid, as the last digit follows from the others (modulus 11). */
export const withWrongCheckDigit = (number: string): string =>
  `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`

function isNhsNumber(value: unknown): value is { value: string } {
  return isFields(value) && systems.test(textOf(value.system) ?? '') && typeof value.value === 'string'
}
const digits = (value: string): string => value.replace(/[\s-]/g, '')
