import 'server-only'
import type { Tx } from '@/lib/platform/db'

export type SessionRow = {
  tokenHash: string
  personId: string
  organisationId: string | null
  createdAt: Date
  expiresAt: Date
  provedAt: Date
  agent: string | null
}

export async function insertSession(tx: Tx, session: SessionRow): Promise<void> {
  await tx.session.create({ data: session, select: { tokenHash: true } })
}

export async function findSession(tx: Tx, tokenHash: string, now: Date) {
  return tx.session.findFirst({
    where: { tokenHash, expiresAt: { gt: now }, person: { endedAt: null } },
    select: {
      personId: true,
      organisationId: true,
      provedAt: true,
      person: { select: { id: true, name: true, email: true } },
    },
  })
}

export async function findSessions(tx: Tx, personId: string, now: Date) {
  return tx.session.findMany({
    where: { personId, expiresAt: { gt: now } },
    select: { tokenHash: true, agent: true, createdAt: true, expiresAt: true },
    orderBy: { createdAt: 'desc' },
  })
}

/** @returns how many ended: 0 where it was no session of that person. */
export async function deleteSession(tx: Tx, personId: string, tokenHash: string): Promise<number> {
  return (await tx.session.deleteMany({ where: { personId, tokenHash } })).count
}

export async function deleteSessions(tx: Tx, personId: string): Promise<number> {
  return (await tx.session.deleteMany({ where: { personId } })).count
}

export async function setSessionOrganisation(tx: Tx, tokenHash: string, organisationId: string): Promise<void> {
  await tx.session.updateMany({ where: { tokenHash }, data: { organisationId } })
}

export async function deleteByToken(tx: Tx, tokenHash: string): Promise<void> {
  await tx.session.deleteMany({ where: { tokenHash } })
}

export async function deleteExpired(tx: Tx, now: Date): Promise<number> {
  return (await tx.session.deleteMany({ where: { expiresAt: { lte: now } } })).count
}

/** The address of the person whose session this is; undefined where it is not theirs. */
export async function findProver(tx: Tx, tokenHash: string, personId: string): Promise<string | undefined> {
  const select = { person: { select: { email: true } } }
  return (await tx.session.findFirst({ where: { tokenHash, personId }, select }))?.person.email
}

/** @returns false where the session has ended meanwhile */
export async function markProved(tx: Tx, tokenHash: string, personId: string, provedAt: Date): Promise<boolean> {
  return (await tx.session.updateMany({ where: { tokenHash, personId }, data: { provedAt } })).count === 1
}
