import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes'

/** Codes of GP Connect 1.2.7, page error-handling. */
export type SpineCode =
  | 'ACCESS_DENIED'
  | 'BAD_REQUEST'
  | 'DUPLICATE_REJECTED'
  | 'INTERNAL_SERVER_ERROR'
  | 'INVALID_IDENTIFIER_SYSTEM'
  | 'INVALID_NHS_NUMBER'
  | 'INVALID_PARAMETER'
  | 'INVALID_RESOURCE'
  | 'NO_RECORD_FOUND'
  | 'NOT_IMPLEMENTED'
  | 'PATIENT_NOT_FOUND'
  | 'REFERENCE_NOT_FOUND'
  | 'VERSION_CONFLICT'

const issueCodes: Record<SpineCode, OperationOutcomeIssue['code']> = {
  ACCESS_DENIED: 'login',
  BAD_REQUEST: 'structure',
  DUPLICATE_REJECTED: 'duplicate',
  INTERNAL_SERVER_ERROR: 'exception',
  INVALID_IDENTIFIER_SYSTEM: 'value',
  INVALID_NHS_NUMBER: 'value',
  INVALID_PARAMETER: 'value',
  INVALID_RESOURCE: 'invalid',
  NO_RECORD_FOUND: 'not-found',
  NOT_IMPLEMENTED: 'not-supported',
  PATIENT_NOT_FOUND: 'not-found',
  REFERENCE_NOT_FOUND: 'not-found',
  VERSION_CONFLICT: 'conflict',
}

/** Why a request gets no answer; thrown wherever it is found, and made into a reply in one place. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: SpineCode,
    message: string,
  ) {
    super(message)
  }
}

/** What a refusal looks like to whoever asked. */
export function outcomeOf(refusal: Refusal): OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    meta: { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1'] },
    issue: [
      {
        severity: 'error',
        code: issueCodes[refusal.code],
        details: {
          coding: [
            {
              system: 'https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1',
              code: refusal.code,
              display: refusal.code.toLowerCase().replaceAll('_', ' '),
            },
          ],
        },
        diagnostics: refusal.message,
      },
    ],
  }
}
