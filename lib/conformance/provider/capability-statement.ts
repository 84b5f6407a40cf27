import { getSearchParameter } from '@medplum/core'
import type { CapabilityStatement, CapabilityStatementRestResource, ResourceType } from '@medplum/fhirtypes'
import { parametersOf, servedTypes } from './served-types'

/** Declares what the router serves, from the same table. */
export function capabilityStatement(base: string, startedAt: Date, types: ResourceType[]): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    url: `${base}/metadata`,
    version: '1.0.0',
    name: 'ReferenceProvider',
    title: 'Reference provider of the conformance suite',
    status: 'active',
    date: startedAt.toISOString(),
    kind: 'instance',
    software: { name: 'Reference provider', version: '1.0.0' },
    implementation: { description: 'A sandbox with made-up patients', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        security: {
          service: [
            {
              coding: [
                { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' },
              ],
            },
          ],
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [
                { url: 'token', valueUri: `${base}/auth/token` },
                { url: 'authorize', valueUri: `${base}/auth/authorize` },
              ],
            },
          ],
        },
        resource: types.map(declared),
        operation: [{ name: 'export', definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export' }],
      },
    ],
  }
}

function declared(type: ResourceType): CapabilityStatementRestResource {
  const { writes, includes, readOnly } = servedTypes[type]!
  const reads = readOnly ? (['read', 'vread'] as const) : (['read', 'vread', 'search-type'] as const)
  return {
    type,
    interaction: [...reads, ...(writes ? (['create', 'update'] as const) : [])].map((code) => ({ code })),
    versioning: 'versioned',
    readHistory: false,
    updateCreate: false,
    ...(includes ? { searchInclude: includes } : {}),
    searchParam: parametersOf(type).map((name) => ({ name, type: getSearchParameter(type, name)!.type })),
    ...(type === 'Patient' ? { operation: patientOperations } : {}),
  }
}

const patientOperations = [
  {
    name: 'gpc.getstructuredrecord',
    definition: 'https://fhir.nhs.uk/STU3/OperationDefinition/GPConnect-GetStructuredRecord-Operation-1',
  },
  { name: 'export', definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export' },
]

/** SMART App Launch 2.2: PKCE with S256, and nothing weaker. */
export function smartConfiguration(base: string): Record<string, unknown> {
  return {
    issuer: base,
    jwks_uri: `${base}/auth/jwks`,
    authorization_endpoint: `${base}/auth/authorize`,
    token_endpoint: `${base}/auth/token`,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'fhirUser', 'launch', 'patient/*.rs', 'user/*.cruds', 'system/*.rs'],
    code_challenge_methods_supported: ['S256'],
    capabilities: [
      'launch-ehr',
      'launch-standalone',
      'client-confidential-asymmetric',
      'context-ehr-patient',
      'sso-openid-connect',
      'permission-patient',
      'permission-user',
      'permission-v2',
    ],
  }
}
