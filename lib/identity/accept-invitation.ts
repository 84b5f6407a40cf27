import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { findPersonByEmail, insertGrant, insertPerson, setPassword } from './identity-store'
import { findInvitation, markAccepted } from './invitation-store'
import { hashPassword } from './password'
import type { AcceptInput } from './person-schema'

/** Takes an invitation: makes the person where they are new, sets the password, gives the grant. The link works once. */
export async function acceptInvitation(ctx: Context, input: AcceptInput): Promise<Result<{ personId: string }>> {
  const passwordHash = await hashPassword(input.password)
  return transaction(async (tx) => {
    const invitation = await findInvitation(tx, sha256Hex(input.token), ctx.now)
    if (!invitation) return refuse({ kind: 'not-found' })
    const known = await findPersonByEmail(tx, invitation.email)
    const personId = known?.id ?? newId()
    if (!(await markAccepted(tx, invitation.id, ctx.now))) return refuse({ kind: 'stale' })
    if (known) await setPassword(tx, personId, passwordHash)
    else
      await insertPerson(tx, {
        id: personId,
        email: invitation.email,
        name: invitation.name,
        passwordHash,
        createdAt: ctx.now,
      })
    const { role, organisationId, limitPence } = invitation
    await insertGrant(tx, { personId, role, organisationId, limitPence, validFrom: dayOf(ctx.now) })
    await record(tx, ctx, {
      name: 'InvitationAccepted',
      about: { type: 'Person', id: personId },
      organisationId,
      data: { invitationId: invitation.id, role },
    })
    return ok({ personId })
  })
}
