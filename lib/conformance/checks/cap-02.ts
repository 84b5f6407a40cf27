import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { theirs } from '../run/theirs'
import { inFours } from './parts/in-fours'
import { type Fields, fieldsOf, listOf, textOf } from './parts/json'
import { sampleValue } from './parts/sample-values'
import { pageOf } from './parts/search'

/** A run may send 500 requests in all; a statement that declares more parameters than this is tried in part, and told so. */
const [mostParameters, together] = [200, 5]

export const cap02 = defineCheck({
  id: 'CAP-02',
  title: 'Every declared search parameter works',
  requirement: 'ISNFR03',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'For each resource type, each search parameter that the capability statement declares (those of the whole server too) is asked with a ' +
    'value of its type. The answer is 200 and a Bundle of the type searchset, and every match in it is of that resource type. [S32 ISNFR03: ' +
    'what an interface documents is what it does]',
  examine: async (context) => {
    const { once } = context
    const statement = await once('metadata')
    must(statement.status === 200, 'WRONG_STATUS', `metadata: expected 200, got ${statement.status}`)
    const declared = listOf(fieldsOf(statement.json).rest).flatMap((rest) =>
      listOf(rest.resource)
        .filter(({ interaction }) => listOf(interaction).some(({ code }) => code === 'search-type'))
        .flatMap((resource) => {
          const type = textOf(resource.type)
          const parameters = [...listOf(resource.searchParam), ...listOf(rest.searchParam)]
          must(type !== undefined, 'WRONG_SHAPE', 'metadata: a declared resource has no type')
          return parameters.map((parameter) => parameterOf(type, parameter))
        }),
    )
    const tried = new Map<string, DeclaredParameter[]>()
    for (const one of declared.slice(0, mostParameters)) tried.set(one.type, [...(tried.get(one.type) ?? []), one])
    await inFours([...tried], ([type, parameters]) => tryAll(context, type, parameters))
    if (declared.length === 0) throw notExercised('NO_DATA', 'No search parameter is declared')
    if (declared.length > mostParameters)
      throw notExercised('PARTLY_TRIED', `More than ${mostParameters} search parameters are declared; those tried work`)
    return 'Every declared search parameter answers 200 with a searchset of its type'
  },
})

type DeclaredParameter = { type: string; name: string; value: string }
function parameterOf(type: string, parameter: Fields): DeclaredParameter {
  const name = textOf(parameter.name)
  must(name !== undefined, 'WRONG_SHAPE', `${type}: a declared search parameter has no name`)
  return { type, name, value: sampleValue(textOf(parameter.type), name) }
}

/** Some at a time, as a run may send 500 requests in all; where such a search does not work, each of them on its own. */
async function tryAll(context: CheckContext, type: string, parameters: DeclaredParameter[]): Promise<void> {
  for (let at = 0; at < parameters.length; at += together) {
    const some = parameters.slice(at, at + together)
    if (some.length > 1 && (await works(context, type, some))) continue
    for (const one of some) await tryOut(context, type, one)
  }
}

const address = (type: string, parameters: DeclaredParameter[]): string =>
  `${type}?${parameters.map(({ name, value }) => `${encodeURIComponent(name)}=${value}`).join('&')}`

async function works({ client }: CheckContext, type: string, parameters: DeclaredParameter[]): Promise<boolean> {
  const { status, json } = await client.ask({ to: address(type, parameters) })
  const { resourceType, entry, type: kind } = fieldsOf(json)
  const ofType = listOf(entry).every(({ resource }) => fieldsOf(resource).resourceType === type)
  return status === 200 && resourceType === 'Bundle' && kind === 'searchset' && ofType
}

/** Must answer, and must answer with that type. */
async function tryOut({ client }: CheckContext, type: string, parameter: DeclaredParameter): Promise<void> {
  const answer = await client.ask({ to: address(type, [parameter]) })
  const what = `${type}?${theirs(parameter.name)}, declared as a search parameter`
  must(answer.status === 200, 'PARAMETER_REFUSED', `${what}: expected 200, got ${answer.status}`)
  const { matches } = pageOf(answer, what)
  must(
    matches.every(({ resourceType }) => resourceType === type),
    'WRONG_TYPE',
    `${what}: expected resources of the type ${type} alone`,
  )
}
