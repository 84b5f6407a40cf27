import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { ContractSite } from './site'
import { findSites } from './site-store'

/** The sites of several contracts in one statement, for the rooms above; they decide who may see what of them. */
export async function listContractSites(tx: Tx, contractIds: string[]): Promise<ContractSite[]> {
  return contractIds.length === 0 ? [] : findSites(tx, contractIds)
}
