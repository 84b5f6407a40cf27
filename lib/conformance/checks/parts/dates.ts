import { type Fields, isFields, textOf } from './json'

/** Milliseconds since 1970: from the first that a date may mean to the one after its last. */
export type Span = { from: number; to: number }
export type Prefix = 'eq' | 'ne' | 'ge' | 'le' | 'gt' | 'lt'

/** Where a date without a time meets one with a zone, a server may think in UTC or in London. */
const zoneMs = 3_600_000

/** The elements that R4 puts behind a date parameter; undefined for one that is not known here. */
export const elementsOf = (type: string, parameter: string): string[] | undefined =>
  parameter === '_lastUpdated' ? ['meta'] : elements[`${type}.${parameter}`]
const elements: Record<string, string[]> = {
  'Patient.birthdate': ['birthDate'],
  'Observation.date': ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant'],
  'Encounter.date': ['period'],
  'Immunization.date': ['occurrenceDateTime'],
  'Procedure.date': ['performedDateTime', 'performedPeriod'],
  'Condition.onset-date': ['onsetDateTime', 'onsetPeriod'],
  'Condition.recorded-date': ['recordedDate'],
  'AllergyIntolerance.date': ['recordedDate'],
  'MedicationRequest.authoredon': ['authoredOn'],
  'MedicationStatement.effective': ['effectiveDateTime', 'effectivePeriod'],
  'DocumentReference.date': ['date'],
  'DiagnosticReport.date': ['effectiveDateTime', 'effectivePeriod'],
  'ServiceRequest.authored': ['authoredOn'],
  'Appointment.date': ['start'],
  'Slot.start': ['start'],
}

/** The span of the first of these elements that a resource has; undefined where it has none that can be read. */
export function spanIn(resource: Fields, names: string[]): Span | undefined {
  const value = names.map((name) => resource[name]).find((one) => one !== undefined)
  const text = textOf(isFields(value) ? (value.lastUpdated ?? undefined) : value)
  if (text !== undefined) return spanOf(text)
  if (!isFields(value)) return undefined
  const [start, end] = [textOf(value.start), textOf(value.end)].map((one) =>
    one === undefined ? undefined : spanOf(one),
  )
  if (!start && !end) return undefined
  return { from: start?.from ?? Number.NEGATIVE_INFINITY, to: end?.to ?? Number.POSITIVE_INFINITY }
}

/** What a date of FHIR covers: a year, a month, a day, a second or a millisecond; undefined where it is none. */
export function spanOf(date: string): Span | undefined {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d(?::\d\d(\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(date)
  if (!parts) return undefined
  const [, year, month, day, time, fraction, zone] = parts
  if (time !== undefined) {
    const from = Date.parse(`${year}-${month}-${day}T${time}${zone ?? 'Z'}`)
    const length = fraction ? 1 : time.length > 5 ? 1_000 : 60_000
    return Number.isNaN(from) ? undefined : { from, to: from + length }
  }
  const [y, m, d] = [Number(year), Number(month ?? '1') - 1, Number(day ?? '1')]
  const next = day ? Date.UTC(y, m, d + 1) : month ? Date.UTC(y, m + 1, 1) : Date.UTC(y + 1, 0, 1)
  return { from: Date.UTC(y, m, d), to: next }
}

/**
 * Whether a search finds a resource (FHIR R4, search: date): undefined where that hangs on the zone in which a server reads a date that
 * names none.
 */
export function isFound(prefix: Prefix, asked: Span, target: Span, named: string): boolean | undefined {
  const plain = fits(prefix, asked, target)
  if (!/T/.test(named) && !isDays(target)) {
    const early = { from: asked.from - zoneMs, to: asked.to - zoneMs }
    if (fits(prefix, early, target) !== plain) return undefined
  }
  return plain
}
const isDays = ({ from, to }: Span) => [from, to].every((one) => !Number.isFinite(one) || one % 86_400_000 === 0)

function fits(prefix: Prefix, asked: Span, target: Span): boolean {
  const inside = asked.from <= target.from && target.to <= asked.to
  if (prefix === 'eq') return inside
  if (prefix === 'ne') return !inside
  if (prefix === 'gt') return target.to > asked.to
  if (prefix === 'lt') return target.from < asked.from
  if (prefix === 'ge') return inside || target.to > asked.to
  return inside || target.from < asked.from
}
