import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** What each contract is for, by its id. */
export async function findModuleNames(tx: Tx, contractIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.contract.findMany({
    where: { id: { in: [...new Set(contractIds)] } },
    select: { id: true, moduleName: true },
  })
  return new Map(rows.map((row) => [row.id, row.moduleName]))
}
