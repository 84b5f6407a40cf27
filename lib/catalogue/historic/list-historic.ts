import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { ModuleFilter } from '../module-filter'
import type { HistoricExample } from './historic-example'
import { findHistoric, findHistoricById } from './historic-store'

const most = 100

/** Examples of former years for the words of a search; none unless somebody asks for them (CAT-1). Public facts are everybody's. */
export async function listHistoric(
  _: Context,
  filter: Pick<ModuleFilter, 'q' | 'historic'>,
): Promise<HistoricExample[]> {
  return filter.historic ? findHistoric(db, filter.q, most) : []
}

export async function getHistoric(_: Context, id: string): Promise<HistoricExample | undefined> {
  return isId(id) ? findHistoricById(db, id) : undefined
}
