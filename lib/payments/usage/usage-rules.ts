import { createPublicKey, verify } from 'node:crypto'
import { chargedDays } from '@/lib/contracts/charged-days-rules'
import type { SiteOfModule } from '@/lib/contracts/site'
import type { Day } from '@/lib/platform/days'
import { noBatchHash } from './usage-batch'

export type GatewayKey = {
  keyId: string
  publicKeyPem: string
  validFrom: Day
  validTo: Day | null
  revokedAt: Date | null
  issuer: { id: string; code: string; endedAt: Date | null }
}

/** G1: why a key may not sign on a day, in words; undefined where it may. */
export function keyProblem(key: GatewayKey | undefined, issuer: string, today: Day): string | undefined {
  if (!key) return 'The key is not known'
  if (key.issuer.code !== issuer) return 'The key is not this issuer’s'
  if (key.revokedAt !== null || key.issuer.endedAt !== null) return 'The key is revoked'
  if (today < key.validFrom || (key.validTo !== null && today > key.validTo)) return 'The key is not valid today'
  return undefined
}

/** Whether the key signed these bytes (Ed25519). A key that cannot be read signs nothing. */
export function isSigned(bytes: string, signature: string, publicKeyPem: string): boolean {
  try {
    const key = createPublicKey(publicKeyPem)
    return (
      key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(bytes), key, Buffer.from(signature, 'base64'))
    )
  } catch {
    return false
  }
}

type Link = { sequence: number; previousHash: string }
type Last = { sequence: number; hash: string } | undefined

/** Where a batch stands in the chain of its issuer: next, after a gap, or with another batch before it than the one we have. */
export function placeOf({ sequence, previousHash }: Link, last: Last): 'next' | 'gap' | 'other-before' {
  if (sequence > (last?.sequence ?? 0) + 1) return 'gap'
  return previousHash === (last?.hash ?? noBatchHash) ? 'next' : 'other-before'
}

/** G4: the site of a practice at which a module was in use on a day, by both sides' word; undefined: unmatched, never priced. */
export function siteOn(sites: SiteOfModule[], used: { moduleId: string; practiceId: string | undefined; day: Day }) {
  const { moduleId, practiceId, day } = used
  return sites.find(
    (site) =>
      site.moduleId === moduleId &&
      site.practiceId === practiceId &&
      chargedDays(site, site, { from: day, to: day }) === 1,
  )
}
