import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { checkPassword } from './check-password'
import { findProver, markProved } from './session-store'

/**
 * A signed-in person proves again who they are with their password: what is to be signed asks for a proof not older than five
 * minutes (S1). Wrong passwords count towards the lock of the account as they do at sign-in. Who has no password signs in anew
 * with their organisation.
 */
export async function proveAgain(
  ctx: Context,
  { tokenHash, password }: { tokenHash: string; password: string },
): Promise<Result<{ provedAt: Date }>> {
  if (ctx.actor.kind !== 'person') return refuse({ kind: 'not-found' })
  const { userId } = ctx.actor
  const email = await transaction((tx) => findProver(tx, tokenHash, userId))
  if (!email) return refuse({ kind: 'not-found' })
  // Apart from the transaction below: a wrong password is counted whatever becomes of this act.
  const person = await checkPassword(email, password, ctx.now)
  if (person?.id !== userId)
    return invalidField(
      'password',
      'The password is not right, or the account is locked for 15 minutes after 5 wrong tries',
    )
  return transaction(async (tx) => {
    if (!(await markProved(tx, tokenHash, userId, ctx.now))) return refuse({ kind: 'stale' })
    await record(tx, ctx, { name: 'IdentityProved', about: { type: 'Person', id: userId } })
    return ok({ provedAt: ctx.now })
  })
}
