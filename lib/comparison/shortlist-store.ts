import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Exclusion, ExclusionCode, Shortlist, ShortlistState } from './shortlist'

const columns = {
  id: true,
  organisationId: true,
  name: true,
  description: true,
  query: true,
  planRunId: true,
  planModuleId: true,
  state: true,
  version: true,
} as const
type Row = Omit<Shortlist, 'state'> & { state: string }
const shortlistOf = (row: Row): Shortlist => ({ ...row, state: row.state as ShortlistState })

/** One shortlist by its id, whoever asks: the policy decides. */
export async function findShortlist(tx: Tx, id: string): Promise<Shortlist | undefined> {
  const row = await tx.shortlist.findUnique({ where: { id }, select: columns })
  return row ? shortlistOf(row) : undefined
}

/** Those of these organisations, live ones first, then by name. */
export async function findShortlists(tx: Tx, organisationIds: string[]) {
  const rows = await tx.shortlist.findMany({
    where: { organisationId: { in: organisationIds } },
    select: { ...columns, _count: { select: { entries: true } } },
    orderBy: [{ state: 'desc' }, { name: 'asc' }],
  })
  return rows.map(({ _count, ...row }) => ({ ...shortlistOf(row), size: _count.entries }))
}

/** What stands on it, in the order it was put there. */
export async function findEntries(tx: Tx, shortlistId: string) {
  return tx.shortlistEntry.findMany({
    where: { shortlistId },
    select: { moduleId: true, listingVersionId: true },
    orderBy: [{ addedAt: 'asc' }, { moduleId: 'asc' }],
  })
}

/** How many live shortlists an organisation has. */
export const countLive = (tx: Tx, organisationId: string): Promise<number> =>
  tx.shortlist.count({ where: { organisationId, state: 'live' } })

/** False where the organisation has one of that name already. */
export async function addShortlist(
  tx: Tx,
  shortlist: Shortlist,
  made: { createdById: string; createdAt: Date },
): Promise<boolean> {
  const { count } = await tx.shortlist.createMany({ data: [{ ...shortlist, ...made }], skipDuplicates: true })
  return count === 1
}

/** The shortlist in its next state and version, or undefined where somebody changed it since. */
export async function moveShortlist(
  tx: Tx,
  shortlist: Shortlist,
  version: number,
  state: ShortlistState,
): Promise<Shortlist | undefined> {
  const { count } = await tx.shortlist.updateMany({
    where: { id: shortlist.id, version },
    data: { state, version: { increment: 1 } },
  })
  return count === 0 ? undefined : { ...shortlist, state, version: version + 1 }
}

type NewEntry = { shortlistId: string; moduleId: string; listingVersionId: string; addedById: string; addedAt: Date }

/** Puts modules on a shortlist; its version was moved before. */
export async function addEntries(tx: Tx, entries: NewEntry[]): Promise<void> {
  await tx.shortlistEntry.createMany({ data: entries })
}

/** Keeps why modules were left out; for good. */
export async function addExclusions(
  tx: Tx,
  shortlistId: string,
  exclusions: Exclusion[],
  by: { excludedById: string; excludedAt: Date },
): Promise<void> {
  await tx.shortlistExclusion.createMany({ data: exclusions.map((e) => ({ id: newId(), shortlistId, ...e, ...by })) })
}

/** Why modules were left out, the newest reason of each. */
export async function findExclusions(tx: Tx, shortlistId: string): Promise<Exclusion[]> {
  const rows = await tx.shortlistExclusion.findMany({
    where: { shortlistId },
    select: { moduleId: true, listingVersionId: true, code: true, text: true },
    orderBy: { excludedAt: 'desc' },
    distinct: ['moduleId'],
  })
  return rows.map((row) => ({ ...row, code: row.code as ExclusionCode }))
}

/** Takes a module off a shortlist; its version was moved before. */
export async function removeEntry(tx: Tx, shortlistId: string, moduleId: string): Promise<void> {
  await tx.shortlistEntry.deleteMany({ where: { shortlistId, moduleId } })
}

/** Live shortlists of these organisations that lack the module, by name. */
export async function findShortlistsWithout(tx: Tx, organisationIds: string[], moduleId: string): Promise<Shortlist[]> {
  const rows = await tx.shortlist.findMany({
    where: { organisationId: { in: organisationIds }, state: 'live', entries: { none: { moduleId } } },
    select: columns,
    orderBy: { name: 'asc' },
  })
  return rows.map(shortlistOf)
}

/** Those that were made from a plan, live ones first, then by name. */
export async function findShortlistsOfPlan(tx: Tx, planRunId: string): Promise<Shortlist[]> {
  const rows = await tx.shortlist.findMany({
    where: { planRunId },
    select: columns,
    orderBy: [{ state: 'desc' }, { name: 'asc' }],
  })
  return rows.map(shortlistOf)
}
