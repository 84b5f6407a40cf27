import type { Answer, Ask } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { recordDoor } from './parts/clinical-answers'
import { internalsIn } from './parts/internals'
import { mustRefuse, outcomeFault } from './parts/outcome'
import { readStatement, type Statement, typesWith } from './parts/statement'
import { claimsRecord, recordAddress } from './parts/structured-record'

export const err01 = defineCheck({
  id: 'ERR-01',
  title: 'Errors say what a caller needs, and nothing of the inside',
  requirement: 'GPC/error-handling',
  strength: 'BLOCK',
  writes: false,
  explanation:
    'The read of an unknown id answers 404 with an OperationOutcome, for each declared type. Every other way into an error that is tried (unknown ' +
    'type, operation and parameter, unreadable values, malformed ids, broken JSON, wrong methods, no or wrong token, empty input of an operation) ' +
    'answers with an OperationOutcome and a status of 4xx (or 501) too, where it answers with an error. No error body shows a stack trace, a path, SQL, a class, a connection ' +
    'string, a secret, an inner address or the banner of a framework. [GP Connect, error-handling page]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const unknown = typesWith(statement, 'read').map(({ type }) => type)
    for (const type of unknown.length > 0 ? unknown : ['Patient']) {
      const what = `read of an unknown ${type}`
      const answer = await context.once(`${type}/unknown-${context.nonce.slice(0, 12)}`)
      mustHideTheInside(context, answer, what)
      mustRefuse(answer, what, [404])
    }
    let errors = unknown.length
    for (const { what, ask } of waysIntoErrors(context, statement)) {
      const answer = await context.client.ask(ask)
      if (answer.status < 400) continue
      errors++
      mustHideTheInside(context, answer, what)
      must(
        answer.status < 500 || answer.status === 501,
        'WRONG_STATUS',
        `${what}: expected a status of 4xx, as the caller is at fault, got ${answer.status}`,
      )
      const fault = outcomeFault(answer.json)
      must(fault === undefined, 'NO_OUTCOME', `${what}: expected an OperationOutcome; ${fault}`)
    }
    if (errors === 0) throw notExercised('NO_DATA', 'No error could be provoked')
    return `Errors come as OperationOutcome, and show nothing of the inside${statement.scope}`
  },
})

function mustHideTheInside({ client }: CheckContext, { status, body }: Answer, what: string): void {
  if (status < 400) return
  const kind = internalsIn(body.toString('utf8'), client.base)
  must(kind === undefined, 'INTERNALS_SHOWN', `${what}: its error body shows ${kind}`)
}

/** Nothing here could write, even where it were accepted. */
function waysIntoErrors({ fixtures, nonce }: CheckContext, statement: Statement): { what: string; ask: Ask }[] {
  const nobody = `unknown-${nonce.slice(0, 12)}`
  const door = (what: string, ask: Ask) => ({ what, ask })
  const record = (body: unknown): Ask => ({ method: 'POST', to: recordAddress, body })
  return [
    door('an unknown type', { to: 'NoSuchType/1' }),
    door('search of an unknown type', { to: 'NoSuchType?x=1' }),
    door('an unknown page', { to: 'no/such/page' }),
    door('an unknown operation', {
      method: 'POST',
      to: 'Patient/$no-such-operation',
      body: { resourceType: 'Parameters' },
    }),
    door('a malformed id', { to: 'Patient/no_such%20id!' }),
    door('an id with a quote', { to: "Patient/1'%20OR%20'1'='1" }),
    door('an id that is too long', { to: `Patient/${'a'.repeat(65)}` }),
    door('an unknown version', { to: `Patient/${nobody}/_history/1` }),
    door('an unknown parameter', { to: 'Patient?no-such-parameter=1' }),
    door('a date that is none', { to: 'Patient?birthdate=the-day-before' }),
    door('a count that is none', { to: 'Patient?_count=minus' }),
    door('a value with a quote', { to: 'Patient?identifier=%27%22%3B--%00' }),
    door('an unknown way to sort', { to: 'Patient?_sort=no-such-parameter' }),
    door('broken JSON', { method: 'POST', to: 'Patient', body: '{"resourceType":"Patient",' }),
    door('an empty body', { method: 'POST', to: 'Patient', body: '' }),
    door('JSON that is no resource', { method: 'POST', to: 'Patient', body: '[17]' }),
    door('a body of another kind', {
      method: 'POST',
      to: 'Patient',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    }),
    door('a delete of an unknown id', { method: 'DELETE', to: `Patient/${nobody}` }),
    door('a method that metadata has not', { method: 'DELETE', to: 'metadata' }),
    door('no token', { to: 'Patient?_count=1', token: 'none' }),
    door('a wrong token', { to: 'Patient?_count=1', token: 'wrong' }),
    ...(claimsRecord(statement)
      ? [
          door('a record without input', record({ resourceType: 'Parameters' })),
          door('a record with input of another kind', record({ resourceType: 'Patient' })),
          door('a record with broken JSON', record('{')),
          door('a record of an unknown patient', recordDoor(fixtures.unknownNhsNumber).ask),
          door('a record of an invalid number', recordDoor(fixtures.invalidNhsNumber).ask),
        ]
      : []),
  ]
}
