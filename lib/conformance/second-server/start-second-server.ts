import { createServer, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import {
  BASE_R4_RESOURCES,
  type FhirConfig,
  stubs,
  UnauthorizedError,
  type Validator,
} from 'fhir-works-on-aws-interface'
import { generateServerlessRouter } from 'fhir-works-on-aws-routing'
import { seed } from '../provider/seed'
import { MemoryServices } from './memory-services'

/**
 * A FHIR server that others wrote (Amazon's), over a memory of ours: the suite must be right about a server that it was not made with.
 * A process of its own, as it writes to the console and knows tables of its own. Says its port in its first line.
 * Usage: start-second-server.ts <token> <moment>
 */
const [token, moment] = process.argv.slice(2) as [string, string]
const types = ['Patient', 'AllergyIntolerance', 'Observation', 'Immunization', 'Slot', 'Appointment'] as const
const services = new MemoryServices([...types], moment)
for (const resource of seed(new Date(moment))) {
  if ((types as readonly string[]).includes(resource.resourceType)) {
    services.write(resource.resourceType, resource as unknown as Record<string, unknown>, resource.id!)
  }
}

const load = createRequire(import.meta.url)
const { default: JsonSchemaValidator } = load(
  'fhir-works-on-aws-routing/lib/router/validation/jsonSchemaValidator',
) as { default: new (version: '4.0.1') => Validator }

function configuration(url: string): FhirConfig {
  return {
    configVersion: 1,
    productInfo: { orgName: 'Second server', productVersion: '1.0.0' },
    auth: {
      strategy: {
        service: 'SMART-on-FHIR',
        oauthPolicy: {
          authorizationEndpoint: `${url}/authorize`,
          tokenEndpoint: `${url}/token`,
          capabilities: ['launch-standalone', 'client-confidential-symmetric', 'permission-patient'],
        },
      },
      authorization: {
        ...stubs.passThroughAuthz,
        verifyAccessToken: async ({ accessToken }) => {
          if (accessToken !== token) throw new UnauthorizedError('Forbidden')
          return {}
        },
      },
    },
    server: { url },
    validators: [new JsonSchemaValidator('4.0.1')],
    profile: {
      fhirVersion: '4.0.1',
      systemOperations: [],
      systemSearch: stubs.search,
      systemHistory: stubs.history,
      bundle: stubs.bundle,
      genericResource: {
        operations: ['read', 'vread', 'create', 'update', 'search-type'],
        fhirVersions: ['4.0.1'],
        excludedR4Resources: BASE_R4_RESOURCES.filter((type) => !(types as readonly string[]).includes(type)),
        persistence: services.persistence,
        typeSearch: services.search,
        typeHistory: stubs.history,
      },
    },
  }
}

const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  server.on(
    'request',
    generateServerlessRouter(configuration(`http://sandbox.test:${port}`), [...types]) as RequestListener,
  )
  process.stdout.write(`${port}\n`)
})
