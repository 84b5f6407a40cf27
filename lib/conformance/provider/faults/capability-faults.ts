import type { Bundle, CapabilityStatement, CapabilityStatementRestResource } from '@medplum/fhirtypes'
import type { Fault } from '../behaviour'

function declare(statement: CapabilityStatement, more: CapabilityStatementRestResource): CapabilityStatement {
  const [rest, ...others] = statement.rest!
  const kept = rest!.resource!.filter((resource) => resource.type !== more.type)
  const before = rest!.resource!.find((resource) => resource.type === more.type)
  const added = {
    ...before,
    ...more,
    interaction: [...(before?.interaction ?? []), ...(more.interaction ?? [])],
    searchParam: [...(before?.searchParam ?? []), ...(more.searchParam ?? [])],
  }
  return { ...statement, rest: [{ ...rest!, resource: [...kept, added] }, ...others] }
}

/** What the provider says of itself. */
export const capabilityFaults: Record<string, Fault> = {
  'bad-capability': {
    says: 'omits fhirVersion and format',
    mustFail: 'CAP-01',
    behaviour: { statement: ({ fhirVersion: _, format: __, ...rest }) => rest as CapabilityStatement },
  },
  'other-fhir-version': {
    says: 'declares FHIR 4.3.0',
    mustFail: 'CAP-01',
    behaviour: { statement: (usual) => ({ ...usual, fhirVersion: '4.3.0' as '4.0.1' }) },
  },
  'xml-only': {
    says: 'declares XML alone',
    mustFail: 'CAP-01',
    behaviour: { statement: (usual) => ({ ...usual, format: ['application/fhir+xml'] }) },
  },
  'blank-software-version': {
    says: 'gives a blank software.version',
    mustFail: 'CAP-01',
    behaviour: { statement: (usual) => ({ ...usual, software: { ...usual.software!, version: ' ' } }) },
  },
  'no-software': {
    says: 'does not name its software',
    mustFail: 'CAP-01',
    behaviour: { statement: ({ software: _, ...rest }) => rest },
  },
  'invalid-statement': {
    says: 'leaves out the status of its capability statement',
    mustFail: 'CAP-01',
    behaviour: { statement: ({ status: _, ...rest }) => rest as CapabilityStatement },
  },
  'unknown-interaction': {
    says: 'declares an interaction that FHIR does not have',
    mustFail: 'CAP-01',
    behaviour: {
      statement: (usual) =>
        declare(usual, { type: 'AllergyIntolerance', interaction: [{ code: 'read' }, { code: 'find' as 'read' }] }),
    },
  },
  'undeclared-param': {
    says: 'declares a search parameter that it refuses',
    mustFail: 'CAP-02',
    behaviour: {
      statement: (usual) =>
        declare(usual, {
          type: 'AllergyIntolerance',
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          searchParam: [
            { name: '_id', type: 'token' },
            { name: 'onset', type: 'date' },
          ],
        }),
    },
  },
  'unserved-type': {
    says: 'declares a resource type that it does not serve',
    mustFail: 'CAP-02',
    behaviour: {
      statement: (usual) =>
        declare(usual, {
          type: 'Goal',
          interaction: [{ code: 'search-type' }],
          searchParam: [{ name: 'patient', type: 'reference' }],
        }),
    },
  },
  'parameter-without-searchset': {
    says: 'answers one declared parameter with a Bundle that is no searchset',
    mustFail: 'CAP-02',
    behaviour: {
      sends: (usual, call) =>
        call.kind === 'search' && call.type === 'Observation' && call.query.some(([name]) => name === 'code')
          ? { ...usual, body: { ...(usual.body as Bundle), type: 'collection' } }
          : usual,
    },
  },
  'no-smart': { says: 'has no smart-configuration', mustFail: 'SMART-01', behaviour: { smart: () => null } },
  'plain-pkce': {
    says: 'offers PKCE without a hash beside S256',
    mustFail: 'SMART-01',
    behaviour: { smart: (usual) => ({ ...usual, code_challenge_methods_supported: ['S256', 'plain'] }) },
  },
  'no-pkce': {
    says: 'offers no PKCE',
    mustFail: 'SMART-01',
    behaviour: { smart: ({ code_challenge_methods_supported: _, ...rest }) => rest },
  },
  'no-token-endpoint': {
    says: 'names no token endpoint',
    mustFail: 'SMART-01',
    behaviour: { smart: ({ token_endpoint: _, ...rest }) => rest },
  },
  'no-smart-capabilities': {
    says: 'names no SMART capabilities',
    mustFail: 'SMART-01',
    behaviour: { smart: (usual) => ({ ...usual, capabilities: [] }) },
  },
  'declares-a-history-it-has-not': {
    says: 'declares the history of one observation, and does not know it',
    mustFail: 'CAP-03',
    behaviour: {
      statement: (usual) => declare(usual, { type: 'Observation', interaction: [{ code: 'history-instance' }] }),
    },
  },
  'declares-a-batch-it-has-not': {
    says: 'declares batches, and does not know them',
    mustFail: 'CAP-03',
    behaviour: {
      statement: (usual) => ({
        ...usual,
        rest: usual.rest!.map((rest) => ({ ...rest, interaction: [{ code: 'batch' as const }] })),
      }),
    },
  },
  'declares-no-identifier': {
    says: 'does not declare that patients are searched by identifier',
    mustFail: 'CAP-03',
    behaviour: { statement: (usual) => lacking(usual, 'Patient', 'identifier') },
  },
  'declares-no-patient': {
    says: 'does not declare that observations are searched by patient',
    mustFail: 'CAP-03',
    behaviour: { statement: (usual) => lacking(usual, 'Observation', 'patient') },
  },
  'declares-no-slot-status': {
    says: 'does not declare that slots are searched by status',
    mustFail: 'CAP-03',
    behaviour: { statement: (usual) => lacking(usual, 'Slot', 'status') },
  },
  'versions-not-offered': {
    says: 'declares versions of allergies, and does not know them',
    mustFail: 'CAP-03',
    behaviour: {
      sends: (usual, call) =>
        call.kind === 'version' && call.type === 'AllergyIntolerance' ? { ...usual, status: 405 } : usual,
    },
  },
}

/** The statement without one search parameter of a type. */
function lacking(statement: CapabilityStatement, type: string, parameter: string): CapabilityStatement {
  return {
    ...statement,
    rest: statement.rest!.map((rest) => ({
      ...rest,
      resource: rest.resource!.map((resource) =>
        resource.type === type
          ? { ...resource, searchParam: resource.searchParam!.filter(({ name }) => name !== parameter) }
          : resource,
      ),
    })),
  }
}
