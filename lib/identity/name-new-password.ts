import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { hashPassword } from './password'
import { replacePassword, spendLink, spendOtherLinks } from './password-link-store'
import type { NewPasswordInput } from './person-schema'
import { deleteSessions } from './session-store'

/** Takes a link: the new password holds, the account is unlocked, every open session and every other link ends. */
export async function nameNewPassword(ctx: Context, input: NewPasswordInput): Promise<Result<{ personId: string }>> {
  const passwordHash = await hashPassword(input.password)
  return transaction(async (tx) => {
    const personId = await spendLink(tx, sha256Hex(input.token), ctx.now)
    if (!personId) return refuse({ kind: 'not-found' })
    await replacePassword(tx, personId, passwordHash)
    await spendOtherLinks(tx, personId, ctx.now)
    const ended = await deleteSessions(tx, personId)
    await record(tx, ctx, {
      name: 'PasswordChanged',
      about: { type: 'Person', id: personId },
      organisationId: null,
      data: { ended },
    })
    return ok({ personId })
  })
}
