import type { CheckContext } from '../../run/check'
import { type Fields, fieldsOf, listOf, textOf } from './json'

export type DeclaredType = {
  type: string
  interactions: string[]
  searchParameters: string[]
  operations: string[]
  /** Undefined where the statement does not say. */
  versioning: string | undefined
  /** The names of search parameters with their types. */
  parameterTypes: Map<string, string>
}
/**
 * What the CapabilityStatement says is served. `known` is false where there is none to read: then nothing can be called unclaimed.
 * `types` are those that a check looks at; `scope` says so in words where more are declared.
 */
export type Statement = {
  known: boolean
  types: DeclaredType[]
  operations: string[]
  interactions: string[]
  declared: DeclaredType[]
  scope: string
}

/** A run may send 500 requests in all: of a server that declares more types, those that matter most to a practice are looked at. */
const mostTypes = 18
const mattersMost = [
  ...[
    'Patient',
    'AllergyIntolerance',
    'MedicationStatement',
    'MedicationRequest',
    'Condition',
    'Observation',
    'Encounter',
  ],
  ...['Immunization', 'Procedure', 'Appointment', 'Slot', 'Schedule', 'DocumentReference', 'DiagnosticReport', 'List'],
  ...['ServiceRequest', 'Practitioner', 'Organization'],
]

/** Reads what is declared. A statement with faults is CAP-01's business; whatever of it can be read is used here. */
export async function readStatement({ once }: Pick<CheckContext, 'once'>): Promise<Statement> {
  const answer = await once('metadata')
  const servers = listOf(fieldsOf(answer.json).rest).filter((rest) => rest.mode !== 'client')
  const types = servers.flatMap((rest) => listOf(rest.resource)).flatMap(declaredType)
  const declared = types.filter((one, at) => types.findIndex((other) => other.type === one.type) === at)
  const cut = declared.length > mostTypes
  const rank = ({ type }: DeclaredType) => (mattersMost.includes(type) ? mattersMost.indexOf(type) : mostTypes)
  return {
    known: answer.status === 200 && declared.length > 0,
    types: cut ? [...declared].sort((one, other) => rank(one) - rank(other)).slice(0, mostTypes) : declared,
    declared,
    scope: cut ? `; of the declared types, ${mostTypes} were looked at` : '',
    operations: servers.flatMap((rest) => operationsOf(rest)),
    interactions: servers.flatMap((rest) => codesOf(rest)),
  }
}

function declaredType(resource: Fields): DeclaredType[] {
  const type = textOf(resource.type)
  if (type === undefined || !/^[A-Z][A-Za-z]*$/.test(type)) return []
  const searchParameters = listOf(resource.searchParam).flatMap(({ name }) => textOf(name) ?? [])
  const parameterTypes = new Map(
    listOf(resource.searchParam).flatMap(({ name, type: kind }) =>
      textOf(name) && textOf(kind) ? [[name as string, kind as string] as const] : [],
    ),
  )
  const interactions = codesOf(resource)
  const operations = operationsOf(resource)
  return [{ type, interactions, searchParameters, operations, versioning: textOf(resource.versioning), parameterTypes }]
}
const codesOf = (of: Fields): string[] => listOf(of.interaction).flatMap(({ code }) => textOf(code) ?? [])
/** By name and by the last part of the definition, as both are used in practice; `$` is left off. */
const operationsOf = (of: Fields): string[] =>
  listOf(of.operation).flatMap(({ name, definition }) =>
    [textOf(name), textOf(definition)?.split('/').at(-1)].flatMap(
      (word) => word?.replace(/^\$/, '').toLowerCase() ?? [],
    ),
  )

/** Whether a type offers an interaction. Where the statement cannot be read, only what the check itself needs is tried. */
export const offers = (statement: Statement, type: string, interaction: string): boolean =>
  !statement.known || statement.declared.some((one) => one.type === type && one.interactions.includes(interaction))
export const typesWith = (statement: Statement, interaction: string): DeclaredType[] =>
  statement.types.filter(({ interactions }) => interactions.includes(interaction))
/** Whether an operation whose name ends so is declared, for the server or for a type. */
export const declaresOperation = (statement: Statement, ending: string): boolean =>
  !statement.known ||
  [...statement.operations, ...statement.declared.flatMap(({ operations }) => operations)].some((name) =>
    name.endsWith(ending),
  )
