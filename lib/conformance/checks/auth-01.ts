import type { Ask } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { Finding, must } from '../run/finding'
import { isClinical, recordDoor } from './parts/clinical-answers'
import { claimsExport, exportHeaders, kickOffsOf, runExport } from './parts/export'
import { both, type GuardedDoor, otherOperations, typeDoors } from './parts/guarded-doors'
import { inFours } from './parts/in-fours'
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
    const tries = doors.flatMap(({ what, ask, tokens }) => tokens.map((token) => ({ what, ask, token })))
    await inFours(tries, async ({ what, ask, token }) => {
      const words = `${what} with ${token === 'none' ? 'no' : 'a wrong'} token`
      mustRefuse(await context.client.ask({ ...ask, token }), words, [401, 403], undefined, 'OPEN_ACCESS')
    })
    for (const { what, ask, tokens } of sideDoors(context, statement))
      for (const token of tokens) await mustNotOpen(context, what, { ...ask, token })
    return `Whoever has no right token is turned away everywhere${statement.scope}`
  },
})

async function mustNotOpen({ client }: CheckContext, what: string, ask: Ask): Promise<void> {
  const { status } = await client.ask(ask)
  must(
    status < 200 || status >= 300,
    'OPEN_ACCESS',
    `${what} without a right token: expected 401 or 403, got ${status}`,
  )
}

async function operationDoors(context: CheckContext, statement: Statement): Promise<GuardedDoor[]> {
  const { nhsNumbers, unknownNhsNumber } = context.fixtures
  const doors: GuardedDoor[] = claimsRecord(statement)
    ? [nhsNumbers[0]!, unknownNhsNumber].map((number) => ({ ...recordDoor(number), tokens: both }))
    : []
  if (!claimsExport(statement)) return doors
  for (const to of kickOffsOf(statement))
    doors.push({ what: `start of ${to}`, ask: { to, headers: exportHeaders }, tokens: both })
  try {
    const { statusAddress, files } = await runExport(context)
    doors.push({ what: 'status of the export', ask: { to: statusAddress }, tokens: both })
    for (const { url, type } of files)
      doors.push({
        what: `export file of ${plain(type)}`,
        ask: { to: url },
        tokens: isClinical(type) ? both : ['none'],
      })
  } catch (error) {
    if (!(error instanceof Finding)) throw error // an export that does not finish has no files to guard: EXP-01's business
  }
  return doors
}
const plain = (type: string) => (/^[A-Za-z]{1,64}$/.test(type) ? type : 'an unknown type')

/** What a server may leave out, or answer in its own way, but must not leave open. */
function sideDoors({ fixtures }: CheckContext, statement: Statement): GuardedDoor[] {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const entry = [{ request: { method: 'GET', url: `Patient?identifier=${fixtures.nhsNumbers[0]}` } }]
  return [
    {
      what: 'search of Patient by POST',
      ask: { method: 'POST', to: 'Patient/_search', headers: form, body: '' },
      tokens: both,
    },
    { what: 'history of everything', ask: { to: '_history' }, tokens: ['none'] },
    {
      what: 'batch',
      ask: { method: 'POST', to: '', body: { resourceType: 'Bundle', type: 'batch', entry } },
      tokens: ['none'],
    },
    ...otherOperations(statement),
  ]
}
