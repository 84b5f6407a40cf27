import 'server-only'
import { type Day, dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'

type Which = { standardVersionId: string; moduleVersionId?: string; requirementId?: string }

/** Closes what a refresh alone opened: the version is withdrawn, or the supplier has declared again what was only reworded. */
export async function closeRefreshNonConformities(tx: Tx, which: Which, on: Day): Promise<void> {
  await tx.nonConformity.updateMany({
    where: { ...which, source: 'STANDARD_REFRESH', closedOn: null },
    data: { closedOn: dateFromDay(on) },
  })
}
