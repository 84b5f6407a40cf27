import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { theirs } from '../run/theirs'
import { fieldsOf, listOf, textOf } from './parts/json'
import { sampleValue } from './parts/sample-values'
import { pageOf } from './parts/search'

/** A run may send 500 requests in all; a statement that declares more parameters than this is tried in part, and told so. */
const mostParameters = 160

export const cap02 = defineCheck({
  id: 'CAP-02',
  title: 'Every declared search parameter works',
  requirement: 'ISNFR03',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'For each resource type, each search parameter that the capability statement declares (those of the whole server too) is asked once with a ' +
    'value of its type. The answer is 200 and a Bundle of the type searchset, and every match in it is of that resource type. [S32 ISNFR03: ' +
    'what an interface documents is what it does]',
  examine: async ({ client, once }) => {
    const statement = await once('metadata')
    must(statement.status === 200, 'WRONG_STATUS', `metadata: expected 200, got ${statement.status}`)
    const declared = listOf(fieldsOf(statement.json).rest).flatMap((rest) =>
      listOf(rest.resource)
        .filter(({ interaction }) => listOf(interaction).some(({ code }) => code === 'search-type'))
        .flatMap((resource) => {
          const type = textOf(resource.type)
          const parameters = [...listOf(resource.searchParam), ...listOf(rest.searchParam)]
          return type === undefined ? [] : parameters.map((parameter) => ({ type, parameter }))
        }),
    )
    for (const { type, parameter } of declared.slice(0, mostParameters)) {
      const name = textOf(parameter.name)
      must(name !== undefined, 'WRONG_SHAPE', `${type}: a declared search parameter has no name`)
      const value = sampleValue(textOf(parameter.type), name)
      const answer = await client.ask({ to: `${type}?${encodeURIComponent(name)}=${value}` })
      const what = `${type}?${theirs(name)}, declared as a search parameter`
      must(answer.status === 200, 'PARAMETER_REFUSED', `${what}: expected 200, got ${answer.status}`)
      const { matches } = pageOf(answer, what)
      must(
        matches.every(({ resourceType }) => resourceType === type),
        'WRONG_TYPE',
        `${what}: expected resources of the type ${type} alone`,
      )
    }
    if (declared.length === 0) throw notExercised('NO_DATA', 'No search parameter is declared')
    if (declared.length > mostParameters)
      throw notExercised('PARTLY_TRIED', `More than ${mostParameters} search parameters are declared; those tried work`)
    return 'Every declared search parameter answers 200 with a searchset of its type'
  },
})
