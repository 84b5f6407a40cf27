import { defineCheck } from '../run/define-check'
import { notExercised } from '../run/finding'
import { inFours } from './parts/in-fours'
import { mustRefuse } from './parts/outcome'
import { readStatement, typesWith } from './parts/statement'

/** Names that no server knows, in the ways a caller may get them wrong. */
const unknown = 'no-such-parameter'

export const err02 = defineCheck({
  id: 'ERR-02',
  title: 'Unknown search parameters are refused',
  requirement: 'GPC/error-handling',
  strength: 'BLOCK',
  writes: false,
  explanation:
    'A search with a parameter that the server does not know answers 400 or 422 with an OperationOutcome whose issue.details.coding says ' +
    'INVALID_PARAMETER: for each declared type, alone, and beside a known parameter, before and after it. A parameter that is dropped silently ' +
    'gives the wrong patients. [GP Connect, error-handling page: INVALID_PARAMETER]',
  examine: async ({ client, once, fixtures }) => {
    const statement = await readStatement({ once })
    const types = typesWith(statement, 'search-type').map(({ type }) => type)
    const number = fixtures.nhsNumbers[0]!
    const searches = types.flatMap((type) =>
      type === 'Patient'
        ? [
            `Patient?${unknown}=1`,
            `Patient?identifier=${number}&${unknown}=1`,
            `Patient?${unknown}=1&identifier=${number}`,
            `Patient?_count=1&${unknown}:exact=1`,
          ]
        : [`${type}?${unknown}=1`],
    )
    if (searches.length === 0) throw notExercised('NO_DATA', 'No type is declared that could be searched')
    await inFours(searches, async (to) => {
      const what = `search of ${to.split('?')[0]} with an unknown parameter`
      mustRefuse(await client.ask({ to }), what, [400, 422], 'INVALID_PARAMETER', 'PARAMETER_IGNORED')
    })
    return `Unknown search parameters are refused with INVALID_PARAMETER${statement.scope}`
  },
})
