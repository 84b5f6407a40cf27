import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { giveGrant } from './grant-store'
import { findPersonByEmail, insertPerson } from './identity-store'
import { findInvitation, markAccepted } from './invitation-store'
import { hashPassword } from './password'
import { type AcceptInput, passwordRule } from './person-schema'

/**
 * Takes an invitation; the link works once. Somebody new names a password and gets an account. Who has an account already
 * only gets the grant: their password stays, because otherwise whoever may invite, or reads the letter, could take it over.
 */
export async function acceptInvitation(ctx: Context, input: AcceptInput): Promise<Result<{ personId: string }>> {
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password)
  return transaction(async (tx) => {
    const invitation = await findInvitation(tx, sha256Hex(input.token), ctx.now)
    if (!invitation) return refuse({ kind: 'not-found' })
    if (!(await markAccepted(tx, invitation.id, ctx.now))) return refuse({ kind: 'stale' })
    const person = await personOf(tx, ctx, invitation, passwordHash)
    if (!person.ok) return person
    const personId = person.value
    const { role, organisationId, limitPence, invitedById: givenById } = invitation
    await giveGrant(tx, { personId, role, organisationId, limitPence, givenById }, ctx.now)
    await record(tx, ctx, {
      name: 'InvitationAccepted',
      about: { type: 'Person', id: personId },
      organisationId,
      data: { invitationId: invitation.id, role },
    })
    return ok({ personId })
  })
}

type Invited = { email: string; name: string }

async function personOf(tx: Tx, ctx: Context, { email, name }: Invited, passwordHash: string | null) {
  const known = await findPersonByEmail(tx, email)
  if (known?.endedAt) return refuse({ kind: 'not-found' })
  if (known) return ok(known.id)
  if (!passwordHash) return invalidField('password', passwordRule)
  const id = newId()
  if (await insertPerson(tx, { id, email, name, passwordHash, createdAt: ctx.now })) return ok(id)
  return refuse({ kind: 'stale' }) // another invitation to the same address was taken at this moment
}
