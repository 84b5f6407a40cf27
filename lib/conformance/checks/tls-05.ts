import { type Answer, type Ask, type Client, TransportError } from '../http/client'
import { defineCheck } from '../run/define-check'
import { must, notClaimed, notExercised } from '../run/finding'
import { theirs } from '../run/theirs'

const halfAYear = 15_552_000

export const tls05 = defineCheck({
  id: 'TLS-05',
  title: 'Callers are told to come by TLS alone',
  requirement: 'GPC/security',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'The capability statement, a search with and without a token, and the read of an unknown id say Strict-Transport-Security once, with a max-age of half a year or more, ' +
    'so that no caller falls back to plain http. [GP Connect, security page; RFC 6797]',
  examine: async ({ client, nonce }) => {
    if (new URL(client.base).protocol !== 'https:') throw notClaimed('The base is plain http, as only a sandbox may be')
    const asks: [what: string, ask: Ask][] = [
      ['metadata', { to: 'metadata' }],
      ['search', { to: 'Patient?_count=1' }],
      ['search without a token', { to: 'Patient?_count=1', token: 'none' }],
      ['read of an unknown id', { to: `Patient/unknown-${nonce.slice(0, 12)}` }],
    ]
    for (const [what, ask] of asks) {
      const { headers } = await asked(client, ask)
      const given = headers['strict-transport-security']
      const maxAge = /^\s*(?:[^;]*;)*?\s*max-age\s*=\s*"?(\d+)"?\s*(?:;|$)/i.exec(given ?? '')?.[1]
      must(
        maxAge !== undefined && Number(maxAge) >= halfAYear,
        'NO_STRICT_TRANSPORT',
        `${what}: expected Strict-Transport-Security with a max-age of ${halfAYear} or more, got ${theirs(given)}`,
      )
    }
    return 'Callers are told to come by TLS alone, for half a year or more'
  },
})

/** A connection that does not stand is told by the other checks of TLS. */
async function asked(client: Client, ask: Ask): Promise<Answer> {
  try {
    return await client.ask(ask)
  } catch (error) {
    if (!(error instanceof TransportError) || error.code !== 'TLS_FAILED') throw error
    throw notExercised('NO_DATA', 'No connection stands on which anything could be asked')
  }
}
