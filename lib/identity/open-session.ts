import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { newToken } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { findGrants } from './identity-store'
import { insertSession } from './session-store'

/** Half a working day: long enough for a morning's work, short enough for a shared machine. */
const sessionMs = 12 * 3_600_000

/** Opens a session of a person who has just proved who they are. @returns the token for the cookie; nobody can read it again. */
export function openSession(
  personId: string,
  now: Date,
  agent: string | null = null,
  provedAt: Date = now,
): Promise<string> {
  return transaction(async (tx) => {
    const token = newToken()
    const [first] = await findGrants(tx, personId, now)
    const expiresAt = new Date(now.getTime() + sessionMs)
    await insertSession(tx, {
      tokenHash: sha256Hex(token),
      personId,
      organisationId: first?.organisationId ?? null,
      createdAt: now,
      expiresAt,
      provedAt,
      agent: agent?.slice(0, 200) ?? null,
    })
    return token
  })
}
