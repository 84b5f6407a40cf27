import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { newToken } from '@/lib/platform/ids'
import { queueMail } from '@/lib/platform/mail'
import { record } from '@/lib/platform/record'
import { transaction } from '@/lib/platform/transaction'
import { findPersonByEmail } from './identity-store'
import { hasRecentLink, insertPasswordLink } from './password-link-store'
import type { AskForPasswordInput } from './person-schema'

const hourMs = 3_600_000
const pauseMs = 10 * 60_000

/**
 * Sends a link for a new password to the address, if an account has it; one in ten minutes. It answers nothing, so that
 * nobody learns who exists.
 */
export function askForPassword(ctx: Context, { email }: AskForPasswordInput, publicUrl: string): Promise<void> {
  return transaction(async (tx) => {
    const person = await findPersonByEmail(tx, email)
    if (!person || person.endedAt || (await hasRecentLink(tx, person.id, new Date(ctx.now.getTime() - pauseMs)))) return
    const token = newToken()
    await insertPasswordLink(tx, {
      tokenHash: sha256Hex(token),
      personId: person.id,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + hourMs),
    })
    const body = `Somebody, perhaps you, asked for a new password for your account.\n\nName it here. The link works once, for an hour:\n${publicUrl}/new-password?token=${token}\n\nIf it was not you, do nothing: your password stays as it is.`
    await queueMail(tx, ctx, {
      key: `password/${sha256Hex(token)}`,
      to: person.email,
      subject: 'A new password for Choose and switch GP systems',
      body,
    })
    await record(tx, ctx, { name: 'PasswordLinkSent', about: { type: 'Person', id: person.id }, organisationId: null })
  })
}
