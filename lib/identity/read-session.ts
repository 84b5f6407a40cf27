import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { findGrants } from './identity-store'
import type { Person } from './person'
import { findSession } from './session-store'

export type SignedIn = { actor: Actor; person: Person; tokenHash: string; provedAt: Date }

/** Who holds this token now, with the grants in force today. Undefined: nobody, or no longer. */
export async function readSession(token: string | undefined, now: Date): Promise<SignedIn | undefined> {
  if (!token || token.length > 200) return undefined
  const tokenHash = sha256Hex(token)
  const session = await findSession(db, tokenHash, now)
  if (!session) return undefined
  const grants = await findGrants(db, session.personId, now)
  const chosen = grants.some((g) => g.organisationId === session.organisationId)
    ? session.organisationId
    : (grants[0]?.organisationId ?? null)
  const actor: Actor = { kind: 'person', userId: session.personId, organisationId: chosen, grants }
  return { actor, person: session.person, tokenHash, provedAt: session.provedAt }
}
