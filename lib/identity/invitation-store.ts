import 'server-only'
import type { Tx } from '@/lib/platform/db'

export type InvitationRow = {
  id: string
  tokenHash: string
  email: string
  name: string
  organisationId: string
  role: string
  limitPence: bigint | null
  invitedById: string
  createdAt: Date
  expiresAt: Date
}

export async function insertInvitation(tx: Tx, invitation: InvitationRow): Promise<void> {
  await tx.invitation.create({ data: invitation, select: { id: true } })
}

export async function findInvitation(tx: Tx, tokenHash: string, now: Date) {
  return tx.invitation.findFirst({
    where: { tokenHash, acceptedAt: null, expiresAt: { gt: now } },
    select: {
      id: true,
      email: true,
      name: true,
      organisationId: true,
      role: true,
      limitPence: true,
      invitedById: true,
    },
  })
}

/** @returns false where somebody used the link a moment before. */
export async function markAccepted(tx: Tx, id: string, now: Date): Promise<boolean> {
  return (await tx.invitation.updateMany({ where: { id, acceptedAt: null }, data: { acceptedAt: now } })).count === 1
}

export async function findOrganisations(tx: Tx, kinds: string[]) {
  return tx.organisation.findMany({
    where: { kind: { in: kinds }, status: 'active' },
    select: { id: true, kind: true, name: true, code: true },
    orderBy: { name: 'asc' },
    take: 500,
  })
}
