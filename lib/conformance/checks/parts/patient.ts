import type { CheckContext } from '../../run/check'
import { fieldsOf, isResource, listOf, textOf } from './json'
import { nhsNumberSystem, nhsNumbersOf } from './nhs-number'

export const identifierSearch = (system: string, value: string): string =>
  `Patient?identifier=${encodeURIComponent(`${system}|${value}`)}`

/** The one patient of a number, for checks that need one and do not judge the search itself: undefined where that fails. */
export async function patientOf({ once }: Pick<CheckContext, 'once'>, number: string): Promise<string | undefined> {
  const answer = await once(identifierSearch(nhsNumberSystem, number))
  const found = listOf(fieldsOf(answer.json).entry)
    .map(({ resource }) => resource)
    .filter(isResource)
    .find((resource) => resource.resourceType === 'Patient' && nhsNumbersOf(resource).includes(number))
  return answer.status === 200 ? textOf(found?.id) : undefined
}
