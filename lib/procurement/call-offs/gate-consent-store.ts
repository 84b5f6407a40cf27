import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { GateConsent } from './gate-consent'

/** Every consent to an order, the oldest first. */
export async function findConsents(tx: Tx, callOffId: string): Promise<GateConsent[]> {
  const rows = await tx.gateConsent.findMany({
    where: { callOffId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map((row) => ({ ...row, kind: row.kind as GateConsent['kind'] }))
}

/** Writes a consent; it is never changed. */
export async function insertConsent(tx: Tx, consent: GateConsent): Promise<void> {
  await tx.gateConsent.create({ data: consent, select: { id: true } })
}
