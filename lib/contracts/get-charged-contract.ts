import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findChange } from './changes/change-store'
import { findVersions } from './changes/version-store'
import type { ChargedTerms } from './charged-terms'
import { findChargedContractIds } from './contract-store'
import { findHoldOver } from './ends/exit-store'
import { type ContractFacts, getContractFacts } from './get-contract-facts'

/** A contract, its sites, its terms from the first on, and the request that pays for its hold-over. */
export type ChargedContract = ContractFacts & { terms: ChargedTerms[]; holdOverFundingId: string | null }

/** A contract with everything by which it is charged, inside the caller's transaction; the first terms first. */
export async function getChargedContract(tx: Tx, id: string): Promise<ChargedContract | undefined> {
  const contract = await getContractFacts(tx, id)
  if (!contract) return undefined
  const terms: ChargedTerms[] = []
  for (const { effectiveOn, yearlyPence, changeId } of await findVersions(tx, id)) {
    const change = changeId === null ? undefined : await findChange(tx, changeId)
    terms.push({
      effectiveOn,
      yearlyPence,
      addedPracticeIds: change?.addedPracticeIds ?? [],
      fundingRequestId: change?.fundingRequestId ?? null,
    })
  }
  return { ...contract, terms, holdOverFundingId: (await findHoldOver(tx, id))?.fundingRequestId ?? null }
}

/** Contracts of orders that have begun by this day and have had a site in use: what a month is charged for. */
export const listChargedContractIds = (tx: Tx, on: Day): Promise<string[]> => findChargedContractIds(tx, on)
