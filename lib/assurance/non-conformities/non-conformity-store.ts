import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Hazard } from '../facts'
import type { ClosedBy, NonConformityState, Source, StoredNonConformity, Subject } from './non-conformity'

const columns = {
  id: true,
  moduleVersionId: true,
  standardVersionId: true,
  requirementId: true,
  source: true,
  summary: true,
  state: true,
  raisedOn: true,
  raisedById: true,
  determinedOn: true,
  hazard: true,
  hazardRaisedOn: true,
  reason: true,
  closedOn: true,
  closedBy: true,
  version: true,
} as const

type Row = Awaited<ReturnType<typeof findRows>>[number]

const day = (date: Date | null) => date && dayFromDate(date)
const fromRow = (row: Row): StoredNonConformity => ({
  ...row,
  source: row.source as Source,
  state: row.state as NonConformityState,
  hazard: row.hazard as Hazard | null,
  closedBy: row.closedBy as ClosedBy | null,
  raisedOn: day(row.raisedOn),
  determinedOn: day(row.determinedOn),
  hazardRaisedOn: day(row.hazardRaisedOn),
  closedOn: day(row.closedOn),
})

type Where = NonNullable<Parameters<Tx['nonConformity']['findMany']>[0]>['where']
const findRows = (tx: Tx, where: Where) =>
  tx.nonConformity.findMany({
    where: where!,
    select: columns,
    orderBy: [{ raisedOn: 'desc' }, { id: 'asc' }],
    take: 2_000,
  })

/** One by its id. */
export async function findNonConformity(tx: Tx, id: string): Promise<StoredNonConformity | undefined> {
  const [row] = await findRows(tx, { id })
  return row && fromRow(row)
}

/** In these states, or of these module versions; the newest first, at most 2,000. */
export async function findNonConformities(
  tx: Tx,
  asked: { states?: NonConformityState[]; moduleVersionIds?: string[] },
): Promise<StoredNonConformity[]> {
  const rows = await findRows(tx, {
    ...(asked.states && { state: { in: asked.states } }),
    ...(asked.moduleVersionIds && { moduleVersionId: { in: asked.moduleVersionIds } }),
  })
  return rows.map(fromRow)
}

type New = Subject & { id: string; source: Source; summary: string; raisedOn: Day }
/** False where the same is open already. */
export async function addOpen(tx: Tx, { raisedOn, ...row }: New, determinedOn: Day): Promise<boolean> {
  const dates = { raisedOn: dateFromDay(raisedOn), determinedOn: dateFromDay(determinedOn) }
  const data = [{ ...row, ...dates, state: 'open' }]
  return (await tx.nonConformity.createMany({ data, skipDuplicates: true })).count === 1
}

/** What somebody says: it waits for an assessor. */
export async function addCandidate(tx: Tx, { raisedOn, ...row }: New & { raisedById: string | null }): Promise<void> {
  const data = { ...row, raisedOn: dateFromDay(raisedOn), state: 'candidate' }
  await tx.nonConformity.create({ data, select: { id: true } })
}

type Change = {
  state: NonConformityState
  determinedOn?: Day
  hazard?: Hazard
  hazardRaisedOn?: Day
  reason?: string
  closedOn?: Day
  closedBy?: ClosedBy
  /** The assessor who confirmed it or raised its severity. */
  assessedById?: string
}
/** False where somebody was faster. */
export async function moveNonConformity(tx: Tx, id: string, version: number, change: Change): Promise<boolean> {
  const { determinedOn, hazardRaisedOn, closedOn, assessedById, ...rest } = change
  const dates = {
    ...(determinedOn && { determinedOn: dateFromDay(determinedOn) }),
    ...(hazardRaisedOn && { hazardRaisedOn: dateFromDay(hazardRaisedOn) }),
    ...(closedOn && { closedOn: dateFromDay(closedOn) }),
    ...(assessedById && { assessedByIds: { push: assessedById } }),
  }
  const { count } = await tx.nonConformity.updateMany({
    where: { id, version },
    data: { ...rest, ...dates, version: { increment: 1 } },
  })
  return count === 1
}

/** The open ones of these requirements. */
export async function findOpenOf(
  tx: Tx,
  moduleVersionId: string,
  requirements: Omit<Subject, 'moduleVersionId'>[],
): Promise<StoredNonConformity[]> {
  if (requirements.length === 0) return []
  const or = requirements.map(({ standardVersionId, requirementId }) => ({ standardVersionId, requirementId }))
  return (await findRows(tx, { moduleVersionId, state: 'open', OR: or })).map(fromRow)
}

/** What a refresh opened against one standard version and is still open, 500 at most. */
export async function findOpenOfRefresh(tx: Tx, standardVersionId: string): Promise<Subject[]> {
  return tx.nonConformity.findMany({
    where: { standardVersionId, source: 'STANDARD_REFRESH', state: 'open' },
    select: { moduleVersionId: true, standardVersionId: true, requirementId: true },
    take: 500,
  })
}

/** Which of these requirements must be kept, with their hazards. */
export async function findMandatory(tx: Tx, requirements: Omit<Subject, 'moduleVersionId'>[]): Promise<Set<string>> {
  if (requirements.length === 0) return new Set()
  const rows = await tx.requirement.findMany({
    where: {
      level: { in: ['MUST', 'MUST_NOT'] },
      OR: requirements.map(({ standardVersionId, requirementId }) => ({ standardVersionId, id: requirementId })),
    },
    select: { standardVersionId: true, id: true },
  })
  return new Set(rows.map((row) => `${row.standardVersionId}/${row.id}`))
}

/** Writes what the supplier says; an earlier statement stays. */
export async function addStatement(
  tx: Tx,
  statement: { id: string; nonConformityId: string; text: string; statedOn: Day; statedById: string; recordedAt: Date },
): Promise<void> {
  await tx.nonConformityStatement.create({
    data: { ...statement, statedOn: dateFromDay(statement.statedOn) },
    select: { id: true },
  })
}

/** How many concerns of one person wait for an assessor. */
export const countCandidatesOf = (tx: Tx, raisedById: string): Promise<number> =>
  tx.nonConformity.count({ where: { raisedById, state: 'candidate' } })

/** What the supplier has stated, the oldest first. */
export async function findStatements(tx: Tx, nonConformityIds: string[]) {
  const rows = await tx.nonConformityStatement.findMany({
    where: { nonConformityId: { in: nonConformityIds } },
    select: { nonConformityId: true, text: true, statedOn: true },
    orderBy: { sequence: 'asc' },
  })
  return rows.map((row) => ({ ...row, statedOn: dayFromDate(row.statedOn) }))
}

/** The hazard of a requirement; none where it is not known. */
export async function findHazard(tx: Tx, requirement: Omit<Subject, 'moduleVersionId'>): Promise<Hazard> {
  const { standardVersionId, requirementId: id } = requirement
  const row = await tx.requirement.findUnique({
    where: { standardVersionId_id: { standardVersionId, id } },
    select: { hazard: true },
  })
  return (row?.hazard ?? 'NONE') as Hazard
}

/** Open ones that were determined from one day to another. */
export async function findDeterminedBetween(tx: Tx, from: Day, to: Day): Promise<StoredNonConformity[]> {
  const determinedOn = { gte: dateFromDay(from), lte: dateFromDay(to) }
  return (await findRows(tx, { state: 'open', determinedOn })).map(fromRow)
}
