import type { Answer } from '../http/client'
import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { theirs } from '../run/theirs'
import { readingDoors, recordDoor } from './parts/clinical-answers'
import { readStatement, typesWith } from './parts/statement'
import { claimsRecord } from './parts/structured-record'

export const hdr01 = defineCheck({
  id: 'HDR-01',
  title: 'FHIR is called FHIR',
  requirement: 'GPC/security',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'Every answer with a FHIR body says Content-Type: application/fhir+json, with no other charset than utf-8: the capability statement, search, ' +
    'read, version and history of each declared type, the structured record, and errors (unknown id, no token). An answer without a body ' +
    'needs none. Files of an export are ndjson and are not looked at here. [GP Connect, security and RESTful API pages]',
  examine: async (context) => {
    const { client, once, nonce, fixtures } = context
    let seen = 0
    const look = (answer: Answer, what: string) => {
      mustSayFhir(answer, what)
      if (answer.body.length > 0) seen++
    }
    look(await once('metadata'), 'metadata')
    const statement = await readStatement(context)
    const read = await readingDoors(context, statement)
    for (const { what, ask } of read) look(await once(ask.to), what)
    // Three of them: five answers of 500 in a row would end the run as if the server were down.
    for (const { type } of typesWith(statement, 'read').slice(0, 3))
      look(await once(`${type}/unknown-${nonce.slice(0, 12)}`), `read of an unknown ${type}`)
    look(await client.ask({ to: 'Patient?_count=1', token: 'none' }), 'search without a token')
    if (claimsRecord(statement))
      for (const number of [fixtures.nhsNumbers[0]!, fixtures.unknownNhsNumber, fixtures.invalidNhsNumber])
        look(await client.ask(recordDoor(number).ask), 'structured record')
    if (seen === 0) throw notExercised('NO_DATA', 'No answer with a body came')
    return `Every FHIR answer says application/fhir+json${statement.scope}`
  },
})

function mustSayFhir({ headers, body }: Answer, what: string): void {
  const given = headers['content-type']
  if (body.length === 0 && given === undefined) return
  const [type = '', ...parameters] = (given ?? '').split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '')
  must(
    type === 'application/fhir+json' && (charset === undefined || charset === 'utf-8'),
    'WRONG_CONTENT_TYPE',
    `${what}: expected Content-Type application/fhir+json, got ${theirs(given)}`,
  )
}
