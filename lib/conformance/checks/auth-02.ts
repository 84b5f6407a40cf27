import type { Ask } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { recordDoor } from './parts/clinical-answers'
import { claimsExport, exportHeaders, kickOffOf } from './parts/export'
import { nhsNumberSystem } from './parts/nhs-number'
import { mustRefuse } from './parts/outcome'
import { identifierSearch, patientOf } from './parts/patient'
import { offers, readStatement, type Statement } from './parts/statement'
import { claimsRecord } from './parts/structured-record'

const tokens = [
  ['an expired token', 'expired'],
  ['a token for another audience', 'other-audience'],
  ['a token for another scope', 'other-scope'],
] as const

export const auth02 = defineCheck({
  id: 'AUTH-02',
  title: 'A token that has expired, or is for something else, opens nothing',
  requirement: 'GPC/security',
  strength: 'BLOCK',
  writes: false,
  explanation:
    'With a token that has expired, one that was issued for another audience, and one whose scope does not reach so far, each of these answers 401 or 403 with ' +
    'an OperationOutcome: the search of a patient by number, the read of one, the search of slots, the structured record, the start of an export, and (in a run that ' +
    'may write) a create. The tokens are those of --tokens-file; of a kind that is not given, one is made: the right token with that claim changed ' +
    'where it is a JWT, else a JWT that nobody signed. [GP Connect, security page; SMART App Launch 2.2; RFC 6750]',
  examine: async (context) => {
    const statement = await readStatement(context)
    for (const { what, ask } of await doorsOf(context, statement))
      for (const [words, token] of tokens)
        mustRefuse(
          await context.client.ask({ ...ask, token }),
          `${what} with ${words}`,
          [401, 403],
          undefined,
          'OPEN_ACCESS',
        )
    return 'Tokens that have expired, or are for another audience or scope, open nothing'
  },
})

async function doorsOf(context: CheckContext, statement: Statement): Promise<{ what: string; ask: Ask }[]> {
  const number = context.fixtures.nhsNumbers[0]!
  const patient = await patientOf(context, number)
  const doors = [
    { what: 'search of a patient by number', ask: { to: identifierSearch(nhsNumberSystem, number) } as Ask },
    { what: 'read of a patient', ask: { to: `Patient/${encodeURIComponent(patient ?? 'nobody')}` } },
  ]
  if (offers(statement, 'Slot', 'search-type')) doors.push({ what: 'search of slots', ask: { to: 'Slot?_count=1' } })
  if (claimsRecord(statement)) doors.push(recordDoor(number))
  if (claimsExport(statement))
    doors.push({ what: 'start of an export', ask: { to: kickOffOf(statement), headers: exportHeaders } })
  if (!context.readOnly && offers(statement, 'Patient', 'create'))
    doors.push({ what: 'create', ask: { method: 'POST', to: 'Patient', body: { resourceType: 'Patient' } } })
  return doors
}
