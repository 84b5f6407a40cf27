import 'server-only'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'

/** Evidence of these module versions, with what it replaces. */
export async function findEvidenceHistory(tx: Tx, moduleVersionIds: string[]) {
  const rows = await tx.evidence.findMany({
    where: { moduleVersionId: { in: moduleVersionIds }, replacesId: { not: null } },
    select: { id: true, moduleVersionId: true, title: true, replacesId: true, addedAt: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ addedAt, ...row }) => ({ ...row, addedOn: dayOf(addedAt) }))
}

/** Who found and who signed. */
export const findSigners = (tx: Tx, moduleVersionIds: string[]) =>
  tx.finding.findMany({
    where: { moduleVersionId: { in: moduleVersionIds } },
    select: { id: true, moduleVersionId: true, assessorId: true, reviewerId: true },
  })
