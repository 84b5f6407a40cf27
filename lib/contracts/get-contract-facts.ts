import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Contract } from './contract'
import { findContract, findContractOfCallOff } from './contract-store'
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
