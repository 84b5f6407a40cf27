import type { Answer } from '../../http/client'
import type { CheckContext } from '../../run/check'
import { must, notClaimed } from '../../run/finding'
import { type Fields, fieldsOf, isResource, type Resource, textOf } from './json'
import { nhsNumberSystem } from './nhs-number'
import { declaresOperation, readStatement, type Statement } from './statement'

export const recordAddress = 'Patient/$gpc.getstructuredrecord'

/** The input of the operation: allergies and medicines of the patient with that number. */
export const askRecord = (number: string): Fields => ({
  resourceType: 'Parameters',
  parameter: [
    { name: 'patientNHSNumber', valueIdentifier: { system: nhsNumberSystem, value: number } },
    { name: 'includeAllergies', part: [{ name: 'includeResolvedAllergies', valueBoolean: true }] },
    { name: 'includeMedication', part: [{ name: 'includePrescriptionIssues', valueBoolean: true }] },
  ],
})
export const recordOf = ({ client }: Pick<CheckContext, 'client'>, number: string): Promise<Answer> =>
  client.ask({ method: 'POST', to: recordAddress, body: askRecord(number) })

export const claimsRecord = (statement: Statement): boolean => declaresOperation(statement, 'gpc.getstructuredrecord')
/** GPCARS01 is asked of those who offer the record; who declares no such operation does not claim it. */
export async function mustClaimRecord(context: CheckContext): Promise<void> {
  if (!claimsRecord(await readStatement(context)))
    throw notClaimed('The capability statement declares no operation gpc.getstructuredrecord')
}

export type RecordEntry = { fullUrl: string | undefined; resource: Resource }
/** The entries of a record's Bundle, as it must be (CK-05). */
export function recordEntries(answer: Answer, what: string): RecordEntry[] {
  must(answer.status === 200, 'WRONG_STATUS', `${what}: expected 200, got ${answer.status}`)
  const bundle = fieldsOf(answer.json)
  must(
    bundle.resourceType === 'Bundle' && bundle.type === 'collection' && Array.isArray(bundle.entry),
    'WRONG_SHAPE',
    `${what}: expected a Bundle of the type collection`,
  )
  return (bundle.entry as unknown[]).map((entry) => {
    const { resource, fullUrl } = fieldsOf(entry)
    must(isResource(resource), 'WRONG_SHAPE', `${what}: an entry has no resource`)
    return { resource, fullUrl: textOf(fullUrl) }
  })
}
