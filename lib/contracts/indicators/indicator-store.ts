import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Contract } from '../contract'
import { toContract } from '../contract-store'

/** Every contract that came of an order here: those of former systems have no notice. */
export async function findContractsWithOrder(tx: Tx): Promise<Contract[]> {
  const rows = await tx.contract.findMany({ where: { callOffId: { not: null } }, orderBy: { id: 'asc' } })
  return rows.map(toContract)
}
