import type { Ask } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { Finding, must, notExercised } from '../run/finding'
import { type Door, exampleOf, firstPage, recordDoor } from './parts/clinical-answers'
import { claimsExport, exportHeaders, kickOffOf, runExport } from './parts/export'
import { fieldsOf, textOf } from './parts/json'
import { mustRefuse } from './parts/outcome'
import { readStatement, type Statement } from './parts/statement'
import { claimsRecord } from './parts/structured-record'

export const auth01 = defineCheck({
  id: 'AUTH-01',
  title: 'Strangers are turned away everywhere',
  requirement: 'GPC/security',
  strength: 'BLOCK',
  writes: false,
  explanation:
    'Without a token and with a wrong one, each declared resource type (search, read, version, history, create, update, delete), each operation, ' +
    'each export (start, status, every file) answers 401 or 403 with an OperationOutcome and nothing else: an empty Bundle with 200 is a leak ' +
    'too. The ways in that need not be offered (search by POST, batch, history of everything) must not answer 2xx. The capability statement and ' +
    'smart-configuration are public by their own standards and not asked. Creates are left out of a run that may not write. ' +
    '[GP Connect, security page]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const doors = [...(await typeDoors(context, statement)), ...(await operationDoors(context, statement))]
    for (const door of doors) {
      await mustTurnAway(context, door, 'none')
      await mustTurnAway(context, door, 'wrong')
    }
    for (const door of sideDoors(context)) await mustNotOpen(context, door)
    if (doors.length === 0) throw notExercised('NO_DATA', 'Nothing is declared that could be asked')
    return 'Whoever has no right token is turned away everywhere'
  },
})

async function mustTurnAway({ client }: CheckContext, { what, ask }: Door, token: 'none' | 'wrong'): Promise<void> {
  const words = `${what} with ${token === 'none' ? 'no' : 'a wrong'} token`
  mustRefuse(await client.ask({ ...ask, token }), words, [401, 403], undefined, 'OPEN_ACCESS')
}

async function mustNotOpen({ client }: CheckContext, { what, ask }: Door): Promise<void> {
  for (const token of ['none', 'wrong'] as const) {
    const { status } = await client.ask({ ...ask, token })
    must(
      status < 200 || status >= 300,
      'OPEN_ACCESS',
      `${what} without a right token: expected 401 or 403, got ${status}`,
    )
  }
}

/** Each type's ways in. Ids are real where the provider has any, so that a guard that only looks after finding is seen too. */
async function typeDoors(context: CheckContext, statement: Statement): Promise<Door[]> {
  const nobody = `unknown-${context.nonce.slice(0, 12)}`
  const doors: Door[] = []
  for (const { type, interactions } of statement.types) {
    const may = (interaction: string, what: string, ask: Ask) => {
      if (interactions.includes(interaction)) doors.push({ what: `${what} of ${type}`, ask })
    }
    const example = interactions.includes('search-type') ? await exampleOf(context, type) : undefined
    const id = encodeURIComponent(textOf(example?.id) ?? nobody)
    const version = encodeURIComponent(textOf(fieldsOf(example?.meta).versionId) ?? '1')
    may('search-type', 'search', { to: type })
    may('read', 'read', { to: `${type}/${id}` })
    may('vread', 'version read', { to: `${type}/${id}/_history/${version}` })
    may('history-instance', 'history of one', { to: `${type}/${id}/_history` })
    may('history-type', 'history', { to: `${type}/_history` })
    const body = { resourceType: type }
    if (!context.readOnly) may('create', 'create', { method: 'POST', to: type, body })
    may('update', 'update', { method: 'PUT', to: `${type}/${nobody}`, body: { ...body, id: nobody } })
    may('delete', 'delete', { method: 'DELETE', to: `${type}/${nobody}` })
  }
  if (!statement.known) doors.push({ what: 'search of Patient', ask: { to: firstPage('Patient') } })
  return doors
}

async function operationDoors(context: CheckContext, statement: Statement): Promise<Door[]> {
  const { nhsNumbers, unknownNhsNumber } = context.fixtures
  const doors = claimsRecord(statement) ? [...nhsNumbers.slice(0, 1), unknownNhsNumber].map(recordDoor) : []
  if (!claimsExport(statement)) return doors
  const starts = new Set([kickOffOf(statement)])
  if (
    statement.types.some(
      ({ type, operations }) => type === 'Patient' && operations.some((name) => name.endsWith('export')),
    )
  )
    starts.add('Patient/$export')
  for (const to of starts) doors.push({ what: `start of ${to}`, ask: { to, headers: exportHeaders } })
  try {
    const { statusAddress, files } = await runExport(context)
    doors.push({ what: 'status of the export', ask: { to: statusAddress } })
    doors.push(...files.map(({ url, type }) => ({ what: `export file of ${plain(type)}`, ask: { to: url } })))
  } catch (error) {
    if (!(error instanceof Finding)) throw error // an export that does not finish has no files to guard: EXP-01's business
  }
  return doors
}
const plain = (type: string) => (/^[A-Za-z]{1,64}$/.test(type) ? type : 'an unknown type')

/** What a server may leave out, but must not leave open. */
function sideDoors({ fixtures }: CheckContext): Door[] {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const entry = [{ request: { method: 'GET', url: `Patient?identifier=${fixtures.nhsNumbers[0]}` } }]
  return [
    { what: 'search of Patient by POST', ask: { method: 'POST', to: 'Patient/_search', headers: form, body: '' } },
    { what: 'history of everything', ask: { to: '_history' } },
    { what: 'batch', ask: { method: 'POST', to: '', body: { resourceType: 'Bundle', type: 'batch', entry } } },
    { what: 'search of Patient with a slash', ask: { to: 'Patient/' } },
    {
      what: 'search of a patient by number',
      ask: { to: `Patient?identifier=${fixtures.nhsNumbers[0]}` },
    },
  ]
}
