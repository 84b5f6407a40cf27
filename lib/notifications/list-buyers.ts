import 'server-only'
import { isRunning } from '@/lib/contracts/contract'
import { listContractsOfModule } from '@/lib/contracts/get-contract-facts'
import { listHoldersIn } from '@/lib/identity/list-role-holders'
import type { Person } from '@/lib/identity/person'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'

/** Those who answer for the contracts on a module version: of the practice, and of the commissioner who pays. */
export async function listBuyers(tx: Tx, ctx: Context, moduleVersionId: string): Promise<Person[]> {
  const contracts = await listContractsOfModule(tx, moduleVersionId)
  const inForce = contracts.filter((contract) => isRunning(contract) || contract.state === 'mobilising')
  const organisationIds = [...new Set(inForce.flatMap(({ practiceId, payerId }) => [practiceId, payerId]))]
  if (organisationIds.length === 0) return []
  return listHoldersIn(tx, organisationIds, ['practice-manager', 'gp-partner', 'funding-requester'], ctx.now)
}
