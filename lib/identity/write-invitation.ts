import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId, newToken } from '@/lib/platform/ids'
import { queueMail } from '@/lib/platform/mail'
import { record } from '@/lib/platform/record'
import { insertInvitation } from './invitation-store'
import type { InvitationInput } from './person-schema'
import { type Role, roleTitle } from './roles'

const weekMs = 7 * 86_400_000

export type ToInvite = Pick<InvitationInput, 'email' | 'name' | 'limit'> & {
  role: Role
  organisation: { id: string; name: string }
  invitedById: string
}

/** An invitation with its letter and its event; nobody calls it alone. The link stands in the letter, and is the caller's to show or not. */
export async function writeInvitation(
  tx: Tx,
  ctx: Context,
  { organisation, email, name, role, limit, invitedById }: ToInvite,
  publicUrl: string,
): Promise<{ id: string; link: string }> {
  const [id, token] = [newId(), newToken()]
  await insertInvitation(tx, {
    id,
    tokenHash: sha256Hex(token),
    email,
    name,
    organisationId: organisation.id,
    role,
    limitPence: limit,
    invitedById,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + weekMs),
  })
  const link = `${publicUrl}/invitation?token=${token}`
  await queueMail(tx, ctx, {
    key: `invitation/${id}`,
    to: email,
    subject: 'Your invitation to Choose and switch GP systems',
    body: `You are invited to act as ${roleTitle(role)} for ${organisation.name}.\n\nTake the invitation here. The link works once, for 7 days:\n${link}\n\nIf you do not know why you got this, do nothing.`,
  })
  await record(tx, ctx, {
    name: 'PersonInvited',
    about: { type: 'Invitation', id },
    data: { role, organisationId: organisation.id },
  })
  return { id, link }
}
