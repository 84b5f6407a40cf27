import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { ContractSite } from './site'
import { findSitesOfModules } from './site-store'

export type SiteOfModule = ContractSite & { moduleId: string; startsOn: Day; runsUntil: Day }

/** Every site at which one of these modules is or was in use, for the rooms above, inside their transaction. */
export const listSitesOfModules = (tx: Tx, moduleIds: string[]): Promise<SiteOfModule[]> =>
  findSitesOfModules(tx, [...new Set(moduleIds)])
