import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { FactValue, StatedFact } from './fact'

/** The statements of a switch that stand now. */
export async function findFacts(tx: Tx, switchId: string): Promise<StatedFact[]> {
  const rows = await tx.switchFact.findMany({
    where: { switchId, supersededAt: null },
    select: { id: true, kind: true, item: true, value: true, statedById: true, statedAt: true },
    orderBy: [{ statedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, value: row.value as FactValue }))
}

/** A new statement takes the place of the one of its kind and item, which stays to be read. */
export async function replaceFact(
  tx: Tx,
  fact: StatedFact & { switchId: string; organisationId: string },
): Promise<void> {
  const { switchId, kind, item, statedAt } = fact
  await tx.switchFact.updateMany({
    where: { switchId, kind, item, supersededAt: null },
    data: { supersededAt: statedAt },
  })
  await tx.switchFact.create({ data: fact, select: { id: true } })
}
