import 'server-only'
import type { Tx } from '@/lib/platform/db'

export async function insertPasswordLink(
  tx: Tx,
  link: { tokenHash: string; personId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.passwordLink.create({ data: link, select: { tokenHash: true } })
}

/** Whether a link was sent to this person since `since`: a second request does not fill somebody's letter box. */
export async function hasRecentLink(tx: Tx, personId: string, since: Date): Promise<boolean> {
  return (await tx.passwordLink.count({ where: { personId, createdAt: { gt: since } } })) > 0
}

/** Spends a link. @returns whose it was; undefined where it is unknown, too old, used, or its person has left. */
export async function spendLink(tx: Tx, tokenHash: string, now: Date): Promise<string | undefined> {
  const used = await tx.passwordLink.updateManyAndReturn({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now }, person: { endedAt: null } },
    data: { usedAt: now },
    select: { personId: true },
  })
  return used[0]?.personId
}

/** The person's other links stop working when one was used. */
export async function spendOtherLinks(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.passwordLink.updateMany({ where: { personId, usedAt: null }, data: { usedAt: now } })
}

export async function replacePassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.person.update({
    where: { id: personId },
    data: { passwordHash, failures: 0, lockedUntil: null },
    select: { id: true },
  })
}
