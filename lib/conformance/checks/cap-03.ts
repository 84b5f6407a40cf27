import type { Ask } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { exampleOf, firstPage, isClinical, prefetch, recordDoor } from './parts/clinical-answers'
import { claimsExport, exportHeaders, kickOffsOf } from './parts/export'
import { fieldsOf, textOf } from './parts/json'
import { type DeclaredType, readStatement, type Statement } from './parts/statement'
import { claimsRecord } from './parts/structured-record'

export const cap03 = defineCheck({
  id: 'CAP-03',
  title: 'What is declared is offered, and what is needed is declared',
  requirement: 'ISNFR03',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'Each declared interaction of each type (read, version read, search, both histories; create and update are looked at by ERR-03 and WRT-02) and of the server ' +
    '(history, batch), and each declared operation is answered as what it is, and not with 404, 405 or 501. Declared are: of Patient read, search and the ' +
    'parameter identifier; of each clinical type that can be searched the parameter patient or subject; of Slot the parameters status and start; where appointments are made, ' +
    'the search of slots and the read of appointments. [S32 ISNFR03; GP Connect, foundations and capability pages]',
  examine: async (context) => {
    const statement = await readStatement(context)
    if (!statement.known) throw notExercised('NO_DATA', 'No capability statement says what is declared')
    mustDeclare(statement)
    await prefetch(context, statement.types)
    for (const declared of statement.types) await mustOffer(context, declared)
    await mustOfferAtTop(context, statement)
    return `What is declared is offered, and what is needed is declared${statement.scope}`
  },
})

function mustDeclare({ declared }: Statement): void {
  const of = (name: string) => declared.find(({ type }) => type === name)
  const lacks = (words: string) => `metadata: expected ${words}, which the profile needs`
  const need = (type: string, interactions: string[], parameters: string[]) => {
    for (const one of interactions)
      must(of(type)?.interactions.includes(one), 'NOT_DECLARED', lacks(`${type} with the interaction ${one}`))
    for (const one of parameters)
      must(of(type)?.searchParameters.includes(one), 'NOT_DECLARED', lacks(`${type} with the parameter ${one}`))
  }
  need('Patient', ['read', 'search-type'], ['identifier'])
  for (const { type, interactions, searchParameters } of declared)
    if (isClinical(type) && type !== 'Patient' && interactions.includes('search-type'))
      must(
        ['patient', 'subject'].some((name) => searchParameters.includes(name)),
        'NOT_DECLARED',
        lacks(`${/^[A-Za-z]{1,40}$/.test(type) ? type : 'a type'} with the parameter patient or subject`),
      )
  if (of('Slot')?.interactions.includes('search-type')) need('Slot', [], ['status', 'start'])
  if (of('Appointment')?.interactions.includes('create')) {
    need('Slot', ['search-type'], [])
    need('Appointment', ['read'], [])
  }
}

async function mustOffer(context: CheckContext, { type, interactions }: DeclaredType): Promise<void> {
  const { once } = context
  const may = (interaction: string) => interactions.includes(interaction)
  const expect = async (what: string, to: string, kind?: string) => {
    const { status, json } = await once(to)
    must(status === 200, 'NOT_OFFERED', `${what} of ${type}, which is declared: expected 200, got ${status}`)
    const { resourceType, type: bundle } = fieldsOf(json)
    const holds = kind === undefined ? resourceType === type : resourceType === 'Bundle' && bundle === kind
    must(
      holds,
      'WRONG_SHAPE',
      `${what} of ${type}: expected ${kind === undefined ? 'that type' : `a Bundle of the type ${kind}`}`,
    )
  }
  if (may('search-type')) await expect('search', firstPage(type), 'searchset')
  const example = may('search-type') ? await exampleOf(context, type) : undefined
  const address = example && `${type}/${encodeURIComponent(String(example.id))}`
  const version = textOf(fieldsOf(example?.meta).versionId)
  if (address && may('read')) await expect('read', address)
  if (address && version && may('vread'))
    await expect('version read', `${address}/_history/${encodeURIComponent(version)}`)
  if (address && may('history-instance')) await expect('history of one', `${address}/_history`, 'history')
  if (may('history-type')) await expect('history', `${type}/_history`, 'history')
}

async function mustOfferAtTop(context: CheckContext, statement: Statement): Promise<void> {
  const { client, fixtures } = context
  const tries: { what: string; ask: Ask }[] = []
  const { interactions } = statement
  if (interactions.includes('history-system'))
    tries.push({ what: 'history of everything', ask: { to: '_history?_count=1' } })
  const batch = { resourceType: 'Bundle', type: 'batch', entry: [{ request: { method: 'GET', url: 'metadata' } }] }
  if (interactions.includes('batch')) tries.push({ what: 'batch', ask: { method: 'POST', to: '', body: batch } })
  if (claimsRecord(statement)) tries.push(recordDoor(fixtures.nhsNumbers[0]!))
  if (claimsExport(statement))
    for (const to of kickOffsOf(statement)) tries.push({ what: `start of ${to}`, ask: { to, headers: exportHeaders } })
  for (const { what, ask } of tries) {
    const { status } = await client.ask(ask)
    const expected = what.startsWith('start of') ? 202 : 200
    must(status === expected, 'NOT_OFFERED', `${what}, which is declared: expected ${expected}, got ${status}`)
  }
}
