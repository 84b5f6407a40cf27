import 'server-only'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { FrozenComparison, SavedComparison } from './saved-comparison'

const columns = {
  id: true,
  organisationId: true,
  name: true,
  description: true,
  asOf: true,
  sha256: true,
  savedAt: true,
} as const

/** False where the organisation has one of that name already. */
export async function addSavedComparison(
  tx: Tx,
  { asOf, ...saved }: SavedComparison,
  content: string,
  savedById: string,
): Promise<boolean> {
  const data = { ...saved, asOf: dateFromDay(asOf), content, savedById }
  const { count } = await tx.savedComparison.createMany({ data: [data], skipDuplicates: true })
  return count === 1
}

/** One of these organisations' by its id; another organisation's is not found. */
export async function findSavedComparison(
  tx: Tx,
  organisationIds: string[],
  id: string,
): Promise<(SavedComparison & { content: FrozenComparison }) | undefined> {
  const row = await tx.savedComparison.findFirst({
    where: { id, organisationId: { in: organisationIds } },
    select: { ...columns, content: true },
  })
  return row ? { ...row, asOf: dayFromDate(row.asOf), content: JSON.parse(row.content) as FrozenComparison } : undefined
}

/** Those of these organisations, the newest first. */
export async function findSavedComparisons(tx: Tx, organisationIds: string[]): Promise<SavedComparison[]> {
  const rows = await tx.savedComparison.findMany({
    where: { organisationId: { in: organisationIds } },
    select: columns,
    orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, asOf: dayFromDate(row.asOf) }))
}
