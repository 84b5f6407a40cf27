import type { Answer, Client } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notClaimed, notExercised } from '../run/finding'
import { keyOf } from './parts/json'
import { nhsNumberSystem } from './parts/nhs-number'
import { mustRefuse } from './parts/outcome'
import { patientOf } from './parts/patient'
import { pageOf } from './parts/search'
import { type DeclaredType, readStatement, typesWith } from './parts/statement'

type Search = { type: string; parameters: [name: string, value: string][]; atAddress?: [name: string, value: string] }

export const srch03 = defineCheck({
  id: 'SRCH-03',
  title: 'A search by POST finds what one by GET finds',
  requirement: 'GPC/find-patient',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'POST Type/_search with the parameters as a form answers as GET Type with the same parameters does: 200, the same items, the ' +
    'same total; for each declared type, for one patient where it can be searched so; for NHS numbers of the fixtures, known and ' +
    'unknown; with one parameter in the address and one in the form. An unknown parameter in the form is refused with 400 or 422 and ' +
    'INVALID_PARAMETER. A server that answers 404, 405 or 501 does not offer it. [FHIR R4, search by POST; it keeps NHS numbers out of logs]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const searches = await searchesOf(context, typesWith(statement, 'search-type'))
    if (searches.length === 0) throw notExercised('NO_DATA', 'No type is declared that could be searched')
    const first = await byPost(context.client, searches[0]!)
    if ([404, 405, 501].includes(first.status)) throw notClaimed('Search by POST is not offered')
    for (const search of searches) await mustBeSame(context, search)
    const unknown: Search = { type: searches[0]!.type, parameters: [['no-such-parameter', '1']] }
    mustRefuse(
      await byPost(context.client, unknown),
      `search of ${unknown.type} by POST with an unknown parameter`,
      [400, 422],
      'INVALID_PARAMETER',
      'PARAMETER_IGNORED',
    )
    return `Search by POST finds what search by GET finds${statement.scope}`
  },
})

async function searchesOf(context: CheckContext, types: DeclaredType[]): Promise<Search[]> {
  const { nhsNumbers, unknownNhsNumber } = context.fixtures
  const patient = await patientOf(context, nhsNumbers[0]!)
  const numbers = types.some(
    ({ type, searchParameters }) => type === 'Patient' && searchParameters.includes('identifier'),
  )
    ? [...nhsNumbers.slice(0, 2), unknownNhsNumber]
    : []
  const byNumber = numbers.map((number): Search => {
    const parameters: Search['parameters'] = [['identifier', `${nhsNumberSystem}|${number}`]]
    return { type: 'Patient', parameters }
  })
  const mixed = byNumber.slice(0, 1).map((search): Search => ({ ...search, atAddress: ['_count', '1'] }))
  const ofTypes = types.map(({ type, searchParameters }): Search => {
    const by = ['patient', 'subject'].find((name) => searchParameters.includes(name))
    const narrow: Search['parameters'] = by && patient ? [[by, `Patient/${patient}`]] : []
    return { type, parameters: [...narrow, ['_count', '10']] }
  })
  return [...byNumber, ...mixed, ...ofTypes]
}

async function mustBeSame({ client }: CheckContext, search: Search): Promise<void> {
  const { type, parameters, atAddress } = search
  const what = `search of ${type} by POST`
  const all = atAddress ? [atAddress, ...parameters] : parameters
  const expected = pageOf(await client.ask({ to: `${type}?${new URLSearchParams(all)}` }), `search of ${type}`)
  const found = pageOf(await byPost(client, search), what)
  must(found.total === expected.total, 'POST_DIFFERS', `${what}: expected the total that GET gives, got another`)
  const [by, than] = [found.matches.map(keyOf).sort(), expected.matches.map(keyOf).sort()]
  must(by.join() === than.join(), 'POST_DIFFERS', `${what}: expected the items that GET gives, got others`)
  must(
    found.links.has('next') === expected.links.has('next'),
    'POST_DIFFERS',
    `${what}: expected a next link exactly where GET gives one`,
  )
}

const byPost = (client: Client, { type, parameters, atAddress }: Search): Promise<Answer> =>
  client.ask({
    method: 'POST',
    to: `${type}/_search${atAddress ? `?${new URLSearchParams([atAddress])}` : ''}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(parameters).toString(),
  })
