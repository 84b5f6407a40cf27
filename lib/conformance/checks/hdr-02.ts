import { type Answer, TransportError } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { Finding, must, notExercised } from '../run/finding'
import { theirs } from '../run/theirs'
import { isClinical, readingDoors, recordDoor } from './parts/clinical-answers'
import { type ExportFile, runExport } from './parts/export'
import { samplePatient } from './parts/samples'
import { offers, readStatement } from './parts/statement'
import { claimsRecord } from './parts/structured-record'

export const hdr02 = defineCheck({
  id: 'HDR-02',
  title: 'Clinical data is never kept on the way',
  requirement: 'GPC/security',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'Every answer that carries clinical data says Cache-Control: no-store: search, read, version and history of the declared clinical types, the ' +
    'structured record, the files of an export, and the answer to a create (this last is left out of a run that may not write). ' +
    '[GP Connect, security page: caching]',
  examine: async (context) => {
    const { client, once, fixtures } = context
    const statement = await readStatement(context)
    let seen = 0
    const look = (answer: Answer, what: string) => {
      if (answer.status !== 200 && answer.status !== 201) return
      mustNotBeStored(answer.headers, what)
      seen++
    }
    for (const { what, ask, type } of await readingDoors(context, statement))
      if (isClinical(type)) look(await once(ask.to), what)
    if (claimsRecord(statement))
      for (const number of fixtures.nhsNumbers.slice(0, 2))
        look(await client.ask(recordDoor(number).ask), 'structured record')
    for (const { url, type } of (await exportFiles(context)).filter(({ type }) => isClinical(type)).slice(0, 6))
      mustNotBeStored(await headersOf(context, url), `export file of ${theirs(type)}`)
    if (!context.readOnly && statement.known && offers(statement, 'Patient', 'create'))
      look(
        await client.ask({ method: 'POST', to: 'Patient', body: samplePatient(`${context.nonce}-stored`) }),
        'create of Patient',
      )
    if (seen === 0) throw notExercised('NO_DATA', 'No answer with clinical data came')
    return `Every answer with clinical data says no-store${statement.scope}`
  },
})

function mustNotBeStored(headers: Record<string, string> | undefined, what: string): void {
  if (headers === undefined) return
  const directives = (headers['cache-control'] ?? '').split(',').map((directive) => directive.trim().toLowerCase())
  must(
    directives.includes('no-store'),
    'MAY_BE_STORED',
    `${what}: expected Cache-Control no-store, got ${theirs(headers['cache-control'])}`,
  )
}

/** An export that is not declared or does not finish is EXP-01's business. */
async function exportFiles(context: CheckContext): Promise<ExportFile[]> {
  try {
    return (await runExport(context)).files
  } catch (error) {
    if (error instanceof Finding) return []
    throw error
  }
}

/** A file may be larger than one answer may be: its headers came all the same. */
async function headersOf({ client }: CheckContext, url: string): Promise<Record<string, string> | undefined> {
  try {
    const { status, headers } = await client.ask({ to: url, headers: { accept: 'application/fhir+ndjson' } })
    return status === 200 ? headers : undefined
  } catch (error) {
    if (!(error instanceof TransportError) || error.code !== 'BODY_TOO_LARGE' || error.exchange === null) throw error
    return client.exchanges[error.exchange]?.headersReceived
  }
}
