import 'server-only'
import { type Day, dayFromDate, endOfDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { EvidenceLine } from './register-view'

/** Evidence of a module version that had been added by the end of that day and that its reader may see. */
export async function findShownEvidence(
  tx: Tx,
  asked: { moduleVersionId: string; visibilities: string[]; day: Day },
): Promise<Map<string, EvidenceLine>> {
  const { moduleVersionId, visibilities, day } = asked
  const rows = await tx.evidence.findMany({
    where: { moduleVersionId, visibility: { in: visibilities }, addedAt: { lt: endOfDay(day) } },
    select: { id: true, title: true, sha256: true, validUntil: true, visibility: true },
  })
  return new Map(
    rows.map(({ id, validUntil, ...row }) => [id, { ...row, validUntil: validUntil && dayFromDate(validUntil) }]),
  )
}
