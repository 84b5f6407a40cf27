import { defineCheck } from '../run/define-check'
import { must } from '../run/finding'
import { theirs } from '../run/theirs'
import { fieldsOf, isResource, listOf, textOf, textsOf } from './parts/json'
import { unknownCode } from './parts/statement-codes'
import { faultOf, isResourceTypeName } from './parts/validate'

export const cap01 = defineCheck({
  id: 'CAP-01',
  title: 'The capability statement is valid and complete',
  requirement: 'GPC/foundations',
  strength: 'FULL',
  writes: false,
  explanation:
    'GET metadata answers 200 with a CapabilityStatement that is valid by the R4 base profile (types, cardinality, invariants, and the codes ' +
    'of required bindings), is of the kind instance, gives fhirVersion 4.0.1, offers JSON in format, names software.version, and declares ' +
    'resource types for the mode server. [GP Connect, foundations: capability statement]',
  examine: async ({ client }) => {
    const answer = await client.ask({ to: 'metadata' })
    must(answer.status === 200, 'WRONG_STATUS', `metadata: expected 200, got ${answer.status}`)
    const statement = answer.json
    must(
      isResource(statement) && statement.resourceType === 'CapabilityStatement',
      'WRONG_SHAPE',
      'metadata: expected a CapabilityStatement',
    )
    must(
      statement.fhirVersion === '4.0.1',
      'WRONG_FHIR_VERSION',
      `fhirVersion: expected 4.0.1, got ${theirs(statement.fhirVersion)}`,
    )
    must(
      textsOf(statement.format).some((format) => /^(json|application\/(fhir\+)?json)\s*(;|$)/i.test(format.trim())),
      'NO_JSON_FORMAT',
      `format: expected json or application/fhir+json, got ${theirs(statement.format)}`,
    )
    must(
      textOf(fieldsOf(statement.software).version),
      'NO_SOFTWARE_VERSION',
      'software.version: expected the version of the software, got nothing',
    )
    must(statement.kind === 'instance', 'NOT_AN_INSTANCE', `kind: expected instance, got ${theirs(statement.kind)}`)
    const fault = faultOf(statement)
    must(fault === undefined, 'NOT_VALID', `expected a valid CapabilityStatement; ${theirs(fault)}`)
    const code = unknownCode(statement)
    must(code === undefined, 'NOT_VALID', `${code}: expected a code of the R4 value set`)
    const types = listOf(statement.rest)
      .filter(({ mode }) => mode === 'server')
      .flatMap((rest) => listOf(rest.resource).map(({ type }) => type))
    must(types.length > 0, 'NOT_VALID', 'rest: expected resource types for the mode server, got none')
    must(types.every(isResourceTypeName), 'NOT_VALID', 'rest.resource.type: expected resource types of R4')
    return 'The capability statement is valid, of FHIR 4.0.1, offers JSON and names its software version'
  },
})
