import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { type Contract, isRunning } from './contract'
import { findContractsOf } from './contract-store'

/** The contracts that a practice uses, for the rooms above that ask what depends on what. */
export async function listRunningOfPractice(tx: Tx, practiceId: string): Promise<Contract[]> {
  const contracts = await findContractsOf(tx, [practiceId])
  return contracts.filter((contract) => contract.practiceId === practiceId && isRunning(contract))
}
