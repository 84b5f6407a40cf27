import 'server-only'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { FrozenEntry, Project, ProjectDecision, ProjectState } from './project'

const shape = {
  id: true,
  organisationId: true,
  shortlistId: true,
  name: true,
  state: true,
  listSize: true,
  listSizeAsOf: true,
  startsOn: true,
  termMonths: true,
  createdById: true,
  createdAt: true,
  frozenAt: true,
  version: true,
  entries: { omit: { projectId: true }, orderBy: { moduleName: 'asc' } },
  decision: {
    select: {
      outcome: true,
      winnerId: true,
      reasonCode: true,
      reason: true,
      exclusions: true,
      packSha256: true,
      decidedById: true,
      decidedAt: true,
    },
  },
} as const

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>
const findRow = (tx: Tx, id: string) => tx.project.findUnique({ where: { id }, select: shape })

function toProject({ entries, decision, listSizeAsOf, startsOn, state, ...row }: Row): Project {
  return {
    ...row,
    state: state as ProjectState,
    listSizeAsOf: listSizeAsOf && dayFromDate(listSizeAsOf),
    startsOn: startsOn && dayFromDate(startsOn),
    entries: entries.map(({ prices, ...entry }) => ({ ...entry, prices: prices as unknown as PriceJson[] })),
    decision:
      decision && ({ ...decision, exclusions: decision.exclusions as Record<string, string> } as ProjectDecision),
  }
}

export async function findProject(tx: Tx, id: string): Promise<Project | undefined> {
  const row = await findRow(tx, id)
  return row ? toProject(row) : undefined
}

/** Holds the project until the transaction ends, so that what must exist once for it is not made twice at the same moment. */
export async function lockProject(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`select 1 from "Project" where id = ${id}::uuid for update`
}

export async function findProjects(tx: Tx, organisationIds: string[]): Promise<Project[]> {
  const rows = await tx.project.findMany({
    where: { organisationId: { in: organisationIds } },
    select: shape,
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  return rows.map(toProject)
}

export async function insertProject(
  tx: Tx,
  project: Pick<Project, 'id' | 'organisationId' | 'shortlistId' | 'name' | 'state' | 'createdById' | 'createdAt'>,
): Promise<void> {
  await tx.project.create({ data: project, select: { id: true } })
}

type Change = Partial<Pick<Project, 'state' | 'listSize' | 'listSizeAsOf' | 'startsOn' | 'termMonths' | 'frozenAt'>>

/** @returns false where somebody was faster. */
export async function moveProject(
  tx: Tx,
  id: string,
  version: number,
  { listSizeAsOf, startsOn, ...change }: Change,
): Promise<boolean> {
  const days = {
    ...(listSizeAsOf ? { listSizeAsOf: dateFromDay(listSizeAsOf) } : {}),
    ...(startsOn ? { startsOn: dateFromDay(startsOn) } : {}),
  }
  return (
    (await tx.project.updateMany({ where: { id, version }, data: { ...change, ...days, version: version + 1 } }))
      .count === 1
  )
}

export async function insertEntries(tx: Tx, projectId: string, entries: FrozenEntry[]): Promise<void> {
  await tx.frozenEntry.createMany({ data: entries.map((entry) => ({ ...entry, projectId, prices: entry.prices })) })
}

export async function insertDecision(
  tx: Tx,
  decision: ProjectDecision & { id: string; projectId: string; pack: string },
): Promise<void> {
  await tx.projectDecision.create({ data: decision, select: { id: true } })
}

export async function findPack(tx: Tx, projectId: string): Promise<string | undefined> {
  return (await tx.projectDecision.findUnique({ where: { projectId }, select: { pack: true } }))?.pack
}
