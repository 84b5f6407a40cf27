import { isOperationOutcome, OperationOutcomeError, validateResource } from '@medplum/core'
import type { OperationOutcomeIssue, Resource } from '@medplum/fhirtypes'

/** Required bindings, which the library does not check (CS-07): the ones that the written types use at their top. */
const bindings: Partial<Record<Resource['resourceType'], Record<string, string[]>>> = {
  Patient: { gender: ['male', 'female', 'other', 'unknown'] },
  AllergyIntolerance: {
    type: ['allergy', 'intolerance'],
    criticality: ['low', 'high', 'unable-to-assess'],
  },
  Appointment: {
    status: 'proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in waitlist'.split(
      ' ',
    ),
  },
  Encounter: {
    status: 'planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown'.split(' '),
  },
  Immunization: { status: ['completed', 'entered-in-error', 'not-done'] },
  MedicationRequest: {
    status: 'active on-hold cancelled completed entered-in-error stopped draft unknown'.split(' '),
    intent: 'proposal plan order original-order reflex-order filler-order instance-order option'.split(' '),
  },
  MedicationStatement: {
    status: 'active completed entered-in-error intended stopped on-hold unknown not-taken'.split(' '),
  },
  Observation: {
    status: 'registered preliminary final amended corrected cancelled entered-in-error unknown'.split(' '),
  },
  Procedure: {
    status: 'preparation in-progress not-done on-hold stopped completed entered-in-error unknown'.split(' '),
  },
}

/** What is wrong with a resource, in words; empty where nothing is. */
export function problemsOf(resource: Resource): string[] {
  return [...structure(resource), ...codes(resource), ...days(resource, resource.resourceType)]
}

function structure(resource: Resource): string[] {
  try {
    return validateResource(resource).filter(isError).map(words)
  } catch (error) {
    if (error instanceof OperationOutcomeError && isOperationOutcome(error.outcome)) {
      return (error.outcome.issue ?? []).map(words)
    }
    throw error
  }
}
function isError(issue: OperationOutcomeIssue): boolean {
  return issue.severity === 'error' || issue.severity === 'fatal'
}
function words(issue: OperationOutcomeIssue): string {
  return `${issue.expression?.join(', ') ?? ''}: ${issue.details?.text ?? issue.code}`
}

function codes(resource: Resource): string[] {
  const bound = Object.entries(bindings[resource.resourceType] ?? {})
  return bound.flatMap(([field, allowed]) => {
    const value = (resource as unknown as Record<string, unknown>)[field]
    return value === undefined || allowed.includes(String(value))
      ? []
      : [`${resource.resourceType}.${field}: not a code of the required value set`]
  })
}

/** A day that no calendar has, such as 30 February, fits the pattern of a date. */
function days(value: unknown, path: string): string[] {
  if (typeof value === 'string') {
    const day = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(value)
    if (!day) return []
    const made = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])))
    return made.getUTCDate() === Number(day[3]) ? [] : [`${path}: no such day`]
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => days(inner, `${path}.${key}`))
}
