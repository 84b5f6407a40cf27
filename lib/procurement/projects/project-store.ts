import 'server-only'
import type { RouteKind } from '@/lib/catalogue/frameworks/route'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { ExclusionCode } from '@/lib/comparison/shortlist'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Prisma } from '@/prisma/generated/client'
import { decisionShape, toDecision } from './decision-store'
import type { EntryReason, FrozenEntry, Needs, Project, ProjectPlan, ProjectPractice, ProjectState } from './project'

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
  goLiveOn: true,
  description: true,
  frameworkId: true,
  route: true,
  capabilityIds: true,
  query: true,
  previousId: true,
  plan: true,
  createdById: true,
  createdAt: true,
  frozenAt: true,
  version: true,
  entries: { omit: { projectId: true }, orderBy: [{ moduleName: 'asc' }, { id: 'asc' }] },
  exclusions: { select: { entryId: true, code: true, text: true } },
  competition: { select: { id: true } },
  practices: { omit: { projectId: true }, orderBy: { code: 'asc' } },
  decision: decisionShape,
} satisfies Prisma.ProjectSelect

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>
const findRow = (tx: Tx, id: string) => tx.project.findUnique({ where: { id }, select: shape })

function toProject({ entries, exclusions, competition, decision, plan, practices, ...row }: Row): Project {
  const { listSizeAsOf, startsOn, goLiveOn, state, route, ...rest } = row
  return {
    ...rest,
    state: state as ProjectState,
    route: route as RouteKind | null,
    listSizeAsOf: listSizeAsOf && dayFromDate(listSizeAsOf),
    startsOn: startsOn && dayFromDate(startsOn),
    goLiveOn: goLiveOn && dayFromDate(goLiveOn),
    entries: entries.map(({ prices, leftOutCode, leftOutText, ...entry }) => ({
      ...entry,
      prices: prices as unknown as PriceJson[],
      leftOut: leftOutCode === null ? null : { code: leftOutCode as ExclusionCode, text: leftOutText ?? '' },
    })),
    exclusions: Object.fromEntries(exclusions.map((e) => [e.entryId, { code: e.code as ExclusionCode, text: e.text }])),
    competitionId: competition?.id ?? null,
    practices: practices.map((one) => ({ ...one, listSizeAsOf: dayFromDate(one.listSizeAsOf) })),
    decision: decision && toDecision(decision),
    plan: plan as ProjectPlan | null,
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
    where: {
      OR: [
        { organisationId: { in: organisationIds } },
        { practices: { some: { practiceId: { in: organisationIds } } } },
      ],
    },
    select: shape,
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  return rows.map(toProject)
}

type New = Pick<Project, 'id' | 'organisationId' | 'shortlistId' | 'name' | 'state' | 'createdById' | 'createdAt'>
type Given = New & { previousId?: string; plan?: ProjectPlan } & Partial<
    Pick<Needs, 'startsOn' | 'termMonths' | 'goLiveOn' | 'capabilityIds'>
  >
export async function insertProject(tx: Tx, { startsOn, goLiveOn, ...project }: Given): Promise<void> {
  const days = {
    ...(startsOn ? { startsOn: dateFromDay(startsOn) } : {}),
    ...(goLiveOn ? { goLiveOn: dateFromDay(goLiveOn) } : {}),
  }
  await tx.project.create({ data: { ...project, ...days }, select: { id: true } })
}

type Change = Partial<Needs & Pick<Project, 'state' | 'frozenAt' | 'query'>>

/** @returns false where somebody was faster. */
export async function moveProject(
  tx: Tx,
  id: string,
  version: number,
  { listSizeAsOf, startsOn, goLiveOn, ...change }: Change,
): Promise<boolean> {
  const days = {
    ...(listSizeAsOf ? { listSizeAsOf: dateFromDay(listSizeAsOf) } : {}),
    ...(startsOn ? { startsOn: dateFromDay(startsOn) } : {}),
    ...(goLiveOn ? { goLiveOn: dateFromDay(goLiveOn) } : {}),
  }
  return (
    (await tx.project.updateMany({ where: { id, version }, data: { ...change, ...days, version: version + 1 } }))
      .count === 1
  )
}

/** For whom a project buys, as it is now; the caller holds the project by its version. Refused by the database once it is frozen. */
export async function savePractices(tx: Tx, projectId: string, practices: ProjectPractice[]): Promise<void> {
  await tx.projectPractice.deleteMany({ where: { projectId } })
  const rows = practices.map((one) => ({ ...one, projectId, listSizeAsOf: dateFromDay(one.listSizeAsOf) }))
  await tx.projectPractice.createMany({ data: rows })
}

export async function insertEntries(tx: Tx, projectId: string, entries: FrozenEntry[]): Promise<void> {
  await tx.frozenEntry.createMany({
    data: entries.map(({ leftOut, ...entry }) => ({
      ...entry,
      projectId,
      leftOutCode: leftOut?.code ?? null,
      leftOutText: leftOut?.text ?? null,
    })),
  })
}

/** Keeps for good why these entries go no further. */
export async function insertExclusions(
  tx: Tx,
  projectId: string,
  reasons: Record<string, EntryReason>,
  by: { excludedById: string; excludedAt: Date },
): Promise<void> {
  const rows = Object.entries(reasons).map(([entryId, reason]) => ({
    id: newId(),
    projectId,
    entryId,
    ...reason,
    ...by,
  }))
  await tx.entryExclusion.createMany({ data: rows })
}

/** The project that starts this one again, the newest; undefined where none does. */
export async function findNextProject(tx: Tx, id: string): Promise<{ id: string; name: string } | undefined> {
  const row = await tx.project.findFirst({
    where: { previousId: id },
    select: { id: true, name: true },
    orderBy: { createdAt: 'desc' },
  })
  return row ?? undefined
}

/** On which framework and by which route a project was decided; null in one of before these were asked for. */
export async function findRouteOf(
  tx: Tx,
  id: string,
): Promise<{ frameworkId: string | null; route: RouteKind | null }> {
  const row = await tx.project.findUnique({ where: { id }, select: { frameworkId: true, route: true } })
  return { frameworkId: row?.frameworkId ?? null, route: (row?.route ?? null) as RouteKind | null }
}
