import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import { type ContractLine, daysToNotice, noticeDateOf } from './contract'
import { findContractsOf } from './contract-store'
import { findSites } from './site-store'

export type { ContractLine }

/** The contracts of the actor's organisations, as practice, payer or supplier; the soonest end first, at most 2,000. */
export async function listContracts(actor: Actor, today: Day): Promise<ContractLine[]> {
  const contracts = await findContractsOf(db, organisationsOf(actor))
  const name = await listNames(
    db,
    contracts.flatMap((c) => [c.practiceId, c.payerId, c.supplierId]),
  )
  const sites = await findSites(
    db,
    contracts.map((contract) => contract.id),
  )
  const practices = groupBy(sites, (site) => site.contractId)
  return contracts.map((contract) => ({
    ...contract,
    practice: name(contract.practiceId),
    payer: name(contract.payerId),
    supplier: name(contract.supplierId),
    noticeDate: noticeDateOf(contract),
    daysLeft: daysToNotice(contract, today),
    practiceIds: (practices.get(contract.id) ?? []).map((site) => site.practiceId),
  }))
}
