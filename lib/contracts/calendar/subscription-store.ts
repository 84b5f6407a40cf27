import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Tx } from '@/lib/platform/db'

const select = { id: true, personId: true, organisationId: true, madeAt: true, sealedToken: true } as const

export const findSubscriptions = (tx: Tx, personId: string) =>
  tx.calendarSubscription.findMany({ where: { personId, revokedAt: null }, select, orderBy: { madeAt: 'asc' } })

export const findSubscriptionByToken = (tx: Tx, token: string) =>
  tx.calendarSubscription.findFirst({ where: { tokenHash: sha256Hex(token), revokedAt: null }, select })

export async function insertSubscription(
  tx: Tx,
  row: { id: string; personId: string; organisationId: string; madeAt: Date; token: string; sealedToken: Buffer },
): Promise<void> {
  const { token, sealedToken, ...rest } = row
  const data = { ...rest, tokenHash: sha256Hex(token), sealedToken: new Uint8Array(sealedToken) }
  await tx.calendarSubscription.create({ data, select: { id: true } })
}

/** False where it is not this person's, or was revoked already. */
export async function revoke(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
  const where = { id, personId, revokedAt: null }
  return (await tx.calendarSubscription.updateMany({ where, data: { revokedAt: now } })).count === 1
}
