import { defineCheck } from '../../run/define-check'
import { must } from '../../run/finding'
import { theirs } from '../../run/theirs'
import { fieldsOf, isResource, textOf, textsOf } from '../parts/json'
import { readStatement } from '../parts/statement'
import { claimsRecord } from '../parts/structured-record'

export const stu3Cap01 = defineCheck({
  id: 'STU3-CAP-01',
  title: 'The endpoint says that it serves the structured record in STU3',
  requirement: 'GPC/foundations',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'GET metadata answers 200 with a CapabilityStatement that gives a fhirVersion of STU3 (3.0.1 or 3.0.2), offers JSON, names software.version, is active or draft, ' +
    'and declares the operation gpc.getstructuredrecord. [GP Connect, foundations: capability statement]',
  examine: async (context) => {
    const { status, json } = await context.once('metadata')
    must(status === 200, 'WRONG_STATUS', `metadata: expected 200, got ${status}`)
    must(
      isResource(json) && json.resourceType === 'CapabilityStatement',
      'WRONG_SHAPE',
      'metadata: expected a CapabilityStatement',
    )
    must(
      /^3\.0\.[12]$/.test(String(json.fhirVersion)),
      'WRONG_FHIR_VERSION',
      `fhirVersion: expected 3.0.1 or 3.0.2, got ${theirs(json.fhirVersion)}`,
    )
    must(
      textsOf(json.format).some((format) => /json/.test(format)),
      'NO_JSON_FORMAT',
      'format: expected application/fhir+json',
    )
    must(
      textOf(fieldsOf(json.software).version),
      'NO_SOFTWARE_VERSION',
      'software.version: expected the version, got nothing',
    )
    must(
      ['active', 'draft'].includes(String(json.status)),
      'NOT_VALID',
      `status: expected active, got ${theirs(json.status)}`,
    )
    const statement = await readStatement(context)
    must(
      claimsRecord({ ...statement, known: true }),
      'NOT_DECLARED',
      'rest.operation: expected gpc.getstructuredrecord to be declared',
    )
    return 'The capability statement is of STU3 and declares the structured record'
  },
})
