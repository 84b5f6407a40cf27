import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { newId, newToken } from '@/lib/platform/ids'
import { queueMail } from '@/lib/platform/mail'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { findOrganisation, insertInvitation } from './invitation-store'
import { mayInvite } from './person-policy'
import type { InvitationInput } from './person-schema'
import { isRole, roles, roleTitle } from './roles'

const weekMs = 7 * 86_400_000

/** Sends a one-use link with which somebody names a password and takes a grant. */
export function invitePerson(ctx: Context, input: InvitationInput, publicUrl: string): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const decision = mayInvite(ctx.actor)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const organisation = await findOrganisation(tx, input.organisationId)
    if (!organisation) return invalidField('organisationId', 'Choose an organisation')
    if (!isRole(input.role) || roles[input.role].heldIn !== organisation.kind)
      return invalidField('role', `${roleTitle(input.role)} is not a role in a ${organisation.kind}`)
    const [id, token] = [newId(), newToken()]
    await insertInvitation(tx, {
      id,
      tokenHash: sha256Hex(token),
      email: input.email,
      name: input.name,
      organisationId: organisation.id,
      role: input.role,
      limitPence: input.limit,
      invitedById: ctx.actor.userId,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + weekMs),
    })
    const body = `You are invited to act as ${roleTitle(input.role)} for ${organisation.name}.\n\nChoose your password here. The link works once, for 7 days:\n${publicUrl}/invitation?token=${token}\n\nIf you do not know why you got this, do nothing.`
    await queueMail(tx, ctx, {
      key: `invitation/${id}`,
      to: input.email,
      subject: 'Your invitation to Choose and switch GP systems',
      body,
    })
    await record(tx, ctx, {
      name: 'PersonInvited',
      about: { type: 'Invitation', id },
      data: { role: input.role, organisationId: organisation.id },
    })
    return ok({ id })
  })
}
