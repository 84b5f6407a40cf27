import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { SavedFilter, SavedFilterState } from './saved-filter'

const columns = {
  id: true,
  organisationId: true,
  name: true,
  description: true,
  query: true,
  state: true,
  version: true,
  foundAtSave: true,
  foundAtLook: true,
  createdAt: true,
  lookedAt: true,
} as const
const filterOfRow = <Row extends { state: string }>(row: Row) => ({ ...row, state: row.state as SavedFilterState })

/** One of these organisations' by its id; another organisation's is not found. */
export async function findSavedFilter(tx: Tx, organisationIds: string[], id: string): Promise<SavedFilter | undefined> {
  const row = await tx.savedFilter.findFirst({
    where: { id, organisationId: { in: organisationIds } },
    select: columns,
  })
  return row ? filterOfRow(row) : undefined
}

/** Those of these organisations, live ones first, then by name. */
export async function findSavedFilters(tx: Tx, organisationIds: string[]) {
  const rows = await tx.savedFilter.findMany({
    where: { organisationId: { in: organisationIds } },
    select: { id: true, name: true, description: true, query: true, state: true, lookedAt: true },
    orderBy: [{ state: 'desc' }, { name: 'asc' }],
  })
  return rows.map(filterOfRow)
}

/** How many live ones an organisation has, counted under a lock until the transaction ends: two at once make no eleventh. */
export async function countLiveFilters(tx: Tx, organisationId: string): Promise<number> {
  await tx.$queryRaw`select 1 as locked from (select pg_advisory_xact_lock(hashtext('saved filters ' || ${organisationId}))) l`
  return tx.savedFilter.count({ where: { organisationId, state: 'live' } })
}

/** False where the organisation has one of that name already. */
export async function addSavedFilter(tx: Tx, filter: SavedFilter, createdById: string): Promise<boolean> {
  const { count } = await tx.savedFilter.createMany({ data: [{ ...filter, createdById }], skipDuplicates: true })
  return count === 1
}

/** The filter in its next state and version, or undefined where somebody changed it since. */
export async function moveSavedFilter(
  tx: Tx,
  filter: SavedFilter,
  version: number,
  change: Partial<Pick<SavedFilter, 'state' | 'foundAtLook' | 'lookedAt'>>,
): Promise<SavedFilter | undefined> {
  const { count } = await tx.savedFilter.updateMany({
    where: { id: filter.id, version },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 0 ? undefined : { ...filter, ...change, version: version + 1 }
}
