import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { GivenToken } from './behaviour'
import { faultyClaim, gpConnectToken } from './gp-connect-token'

/** Tokens that a run may be given beside its own, each of which must open nothing. */
export type OtherTokens = { expired: string; otherAudience: string; otherScope: string }
type Settings = { token: string | undefined; jwt: boolean; base: string; startedAt: Date }

/** The tokens of one provider, and how it judges what a caller shows. */
export class AccessTokens {
  readonly right: string
  readonly others: OtherTokens = { expired: made(), otherAudience: made(), otherScope: made() }

  constructor(private readonly settings: Settings) {
    this.right = settings.token ?? (settings.jwt ? gpConnectToken(settings.base, settings.startedAt) : made())
  }

  given(authorization: string | undefined): GivenToken {
    if (authorization === undefined) return 'none'
    const offered = /^Bearer (.+)$/i.exec(authorization)?.[1] ?? ''
    const { jwt, base, startedAt } = this.settings
    if (same(offered, this.right)) return 'right'
    if (same(offered, this.others.expired)) return 'expired'
    if (same(offered, this.others.otherAudience)) return 'other-audience'
    if (same(offered, this.others.otherScope)) return 'other-scope'
    if (!jwt) return 'wrong'
    const faulty = faultyClaim(offered, base, startedAt)
    return faulty === undefined ? 'right' : faulty === 'token' ? 'wrong' : `claim-${faulty}`
  }
}

const made = () => randomBytes(24).toString('base64url')
function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
