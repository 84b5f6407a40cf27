import 'server-only'
import { listIntegrationNames } from '@/lib/catalogue/list-integration-names'
import type { Contract } from '@/lib/contracts/contract'
import { listRunningOfPractice } from '@/lib/contracts/list-running-of-practice'
import type { Tx } from '@/lib/platform/db'

/**
 * RD-02: what the module that is left is declared to connect to, and every other system that the practice has a contract for,
 * the one that it goes to apart.
 */
export async function listContractedServices(
  tx: Tx,
  leaving: Pick<Contract, 'id' | 'practiceId' | 'listingVersionId'>,
  gainingId?: string,
): Promise<string[]> {
  const names = await listIntegrationNames(tx, leaving.listingVersionId)
  const others = (await listRunningOfPractice(tx, leaving.practiceId)).filter(
    ({ id }) => id !== leaving.id && id !== gainingId,
  )
  return [...new Set([...names, ...others.map(({ moduleName }) => moduleName)])]
}
