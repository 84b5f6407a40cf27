import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { HistoricExample } from './historic/historic-example'
import { listHistoric } from './historic/list-historic'
import type { ModuleFilter } from './module-filter'
import type { ModulesFound } from './module-view'
import { searchModules } from './search-modules'

/** All that the list page shows of one address: what is on offer, and beside it, where asked for, what once was. */
export type ModulesShown = { found: ModulesFound; historic: HistoricExample[] }

export async function listModulesShown(ctx: Context, filter: ModuleFilter): Promise<ModulesShown> {
  return { found: await searchModules(ctx, filter), historic: await listHistoric(ctx, filter) }
}
