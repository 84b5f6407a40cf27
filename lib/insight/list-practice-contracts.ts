import { type ContractLine, listContracts } from '@/lib/contracts/list-contracts'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'

/** What one practice has: its contracts for modules that have not come to their end, among those that the actor may see; the soonest end first. */
export async function listPracticeContracts(actor: Actor, practiceId: string, today: Day): Promise<ContractLine[]> {
  const contracts = await listContracts(actor, today)
  return contracts.filter(
    (contract) =>
      contract.kind === 'module' &&
      [contract.practiceId, ...contract.practiceIds].includes(practiceId) &&
      !['terminated', 'closed'].includes(contract.state),
  )
}
