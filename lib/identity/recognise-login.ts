import 'server-only'
import { transaction } from '@/lib/platform/transaction'
import { findExternalLogin, findPersonByEmail, insertExternalLogin } from './identity-store'

export type ExternalIdentity = { issuer: string; subject: string; email?: string | null; emailVerified?: boolean }

/**
 * The person behind an identity at an OpenID provider: by issuer and subject; the first time by an e-mail address that the
 * provider says it has verified. An unverified address links nobody, else anyone could claim another's account.
 */
export function recogniseLogin({
  issuer,
  subject,
  email,
  emailVerified,
}: ExternalIdentity): Promise<string | undefined> {
  return transaction(async (tx) => {
    const known = await findExternalLogin(tx, issuer, subject)
    if (known) return known.endedAt ? undefined : known.id
    if (!email || emailVerified !== true) return undefined
    const person = await findPersonByEmail(tx, email)
    if (!person || person.endedAt) return undefined
    await insertExternalLogin(tx, issuer, subject, person.id)
    return person.id
  })
}
