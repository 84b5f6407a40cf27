import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Tx } from '@/lib/platform/db'
import type { Contract } from './contract'
import { findContract, findContractOfCallOff, findContractsOfModule } from './contract-store'
import type { ContractSite } from './site'
import { findSites } from './site-store'

export type ContractFacts = Contract & { sites: ContractSite[] }

/** A contract and its sites for the rooms above, inside their transaction; they decide who may see what of it. */
export async function getContractFacts(tx: Tx, id: string): Promise<ContractFacts | undefined> {
  const contract = await findContract(tx, id)
  return contract ? { ...contract, sites: await findSites(tx, [id]) } : undefined
}

/** The contract that a call-off became, by the call-off's id. */
export async function getContractOfCallOff(tx: Tx, callOffId: string): Promise<ContractFacts | undefined> {
  const contract = await findContractOfCallOff(tx, callOffId)
  return contract ? { ...contract, sites: await findSites(tx, [contract.id]) } : undefined
}

/**
 * Every contract for a module version, with its sites. A contract that was recorded without a version counts for each version
 * of its module: nobody who may depend on it is left out.
 */
export async function listContractsOfModule(tx: Tx, moduleVersionId: string): Promise<ContractFacts[]> {
  const version = await getVersionById(tx, moduleVersionId)
  const contracts = version ? await findContractsOfModule(tx, version) : []
  const sites = await findSites(
    tx,
    contracts.map((contract) => contract.id),
  )
  return contracts.map((contract) => ({ ...contract, sites: sites.filter((site) => site.contractId === contract.id) }))
}
