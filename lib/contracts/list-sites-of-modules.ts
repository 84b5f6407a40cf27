import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { SiteOfModule } from './site'
import { findSitesOfModules } from './site-store'

/** Every site at which one of these modules is or was in use, for the rooms above, inside their transaction. */
export const listSitesOfModules = (tx: Tx, moduleIds: string[]): Promise<SiteOfModule[]> =>
  findSitesOfModules(tx, [...new Set(moduleIds)])
