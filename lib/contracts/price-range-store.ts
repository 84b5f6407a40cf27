import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Contract } from './contract'
import type { PricedContract } from './price-range-rules'

type Like = Pick<Contract, 'practiceId' | 'supplierId' | 'moduleId' | 'moduleName'>

/** What other practices pay under contracts in force for the same module; one outside the catalogue is known by supplier and name. */
export async function findPricedContracts(
  tx: Tx,
  { practiceId, supplierId, moduleId, moduleName }: Like,
): Promise<PricedContract[]> {
  const rows = await tx.contract.findMany({
    where: {
      practiceId: { not: practiceId },
      state: { in: ['mobilising', 'live', 'expiring', 'terminating', 'held-over'] },
      listSize: { gt: 0 },
      ...(moduleId ? { moduleId } : { moduleId: null, supplierId, moduleName }),
    },
    select: { practiceId: true, yearlyPence: true, listSize: true },
    orderBy: { startsOn: 'asc' },
    take: 20_000,
  })
  return rows.map((row) => ({ ...row, listSize: row.listSize! }))
}
