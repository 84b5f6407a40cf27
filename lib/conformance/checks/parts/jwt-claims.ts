import type { Check } from '../../run/check'
import { defineCheck } from '../../run/define-check'
import { notClaimed, notExercised } from '../../run/finding'
import { type Fields, fieldsOf } from './json'
import { nhsNumberSystem } from './nhs-number'
import { mustRefuse } from './outcome'
import { identifierSearch } from './patient'

/** Ways to be wrong, in words, each with the claims that are changed; undefined leaves one out. */
export type WrongClaims = [words: string, claims: Fields][]
type Claim = { id: string; title: string; explanation: string; wrong(claims: Fields): WrongClaims }

/** A check of one claim of the JWT in which a consumer of GP Connect says who asks and why. */
export function claimCheck({ id, title, explanation, wrong }: Claim): Check {
  return defineCheck({
    id,
    title,
    requirement: 'GPC/jwt',
    strength: 'BLOCK',
    writes: false,
    explanation:
      `${explanation} Each is answered with 400, 401 or 403 and an OperationOutcome, where the same search with the right claims answers 200. It is asked where the ` +
      'token of the run is a JWT of GP Connect without a signature. [GP Connect, security: cross-organisation audit and provenance]',
    examine: async ({ client, fixtures }) => {
      const { claims } = client
      if (claims === undefined || claims.reason_for_request === undefined)
        throw notClaimed('The token of this run is no JWT of GP Connect without a signature')
      const to = identifierSearch(nhsNumberSystem, fixtures.nhsNumbers[0]!)
      const sound = await client.ask({ to, token: { claims: {} } })
      if (sound.status !== 200)
        throw notExercised('NO_DATA', 'A token with the right claims, written anew, is not taken: nothing can be told')
      for (const [words, changed] of wrong(claims)) {
        const what = `search with a token ${words}`
        mustRefuse(
          await client.ask({ to, token: { claims: changed } }),
          what,
          [400, 401, 403],
          undefined,
          'CLAIM_IGNORED',
        )
      }
      return `A token is refused where this claim is missing or wrong: ${title}`
    },
  })
}

/** A claim that is left out, and one that is no resource of its type or lacks one of these elements. */
export function resourceClaim(claims: Fields, name: string, type: string, elements: string[]): WrongClaims {
  const { ...resource } = fieldsOf(claims[name])
  return [
    [`without ${name}`, { [name]: undefined }],
    [
      `whose ${name} is another resource`,
      { [name]: { ...resource, resourceType: type === 'Device' ? 'Basic' : 'Device' } },
    ],
    [`whose ${name} is a text`, { [name]: type }],
    ...elements.map((element): WrongClaims[number] => [
      `whose ${name} has no ${element}`,
      { [name]: Object.fromEntries(Object.entries(resource).filter(([key]) => key !== element)) },
    ]),
  ]
}
