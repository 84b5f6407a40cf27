import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { ClockId } from './clock-rule'

export type ClockMiss = { id: string; moduleVersionId: string; clock: ClockId; subjectId: string; dueOn: Day }
/** A miss is the same whenever it is found. */
export const keyOfMiss = ({ clock, subjectId, dueOn }: Omit<ClockMiss, 'id' | 'moduleVersionId'>) =>
  `${clock}/${subjectId}/${dueOn}`

/** Module versions on which a clock may run: with a non-conformity not long closed, a decision not long made, or a challenge not long answered. */
export async function findVersionsWithClocks(tx: Tx, since: Day): Promise<string[]> {
  const from = dateFromDay(since)
  const of = { select: { moduleVersionId: true }, distinct: ['moduleVersionId'] } as const
  const nonConformities = await tx.nonConformity.findMany({
    where: { OR: [{ state: 'open' }, { closedOn: { gte: from } }] },
    ...of,
    distinct: ['moduleVersionId'],
  })
  const decisions = await tx.officerDecision.findMany({
    where: { OR: [{ madeOn: { gte: from } }, { kind: 'SUSPEND' }] },
    ...of,
    distinct: ['moduleVersionId'],
  })
  const challenges = await tx.challenge.findMany({
    where: { OR: [{ state: 'accepted' }, { state: { in: ['re-passed', 'failed'] }, endedOn: { gte: from } }] },
    ...of,
    distinct: ['moduleVersionId'],
  })
  return [...new Set([...nonConformities, ...decisions, ...challenges].map((row) => row.moduleVersionId))].toSorted()
}

/** What is recorded as missed of these module versions. */
export async function findMisses(tx: Tx, moduleVersionIds: string[]): Promise<ClockMiss[]> {
  const rows = await tx.clockMiss.findMany({
    where: { moduleVersionId: { in: moduleVersionIds } },
    select: { id: true, moduleVersionId: true, clock: true, subjectId: true, dueOn: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, clock: row.clock as ClockId, dueOn: dayFromDate(row.dueOn) }))
}

/** False where it is recorded already. */
export async function addMiss(tx: Tx, miss: ClockMiss, recordedAt: Date): Promise<boolean> {
  const data = [{ ...miss, dueOn: dateFromDay(miss.dueOn), recordedAt }]
  return (await tx.clockMiss.createMany({ data, skipDuplicates: true })).count === 1
}

/** Misses of these clocks over which no officer has considered a suspension yet, the oldest first, at most 200. */
export async function findNotConsidered(tx: Tx, clocks: ClockId[]): Promise<ClockMiss[]> {
  const rows = await tx.clockMiss.findMany({
    where: { clock: { in: clocks }, considered: null },
    select: { id: true, moduleVersionId: true, clock: true, subjectId: true, dueOn: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map((row) => ({ ...row, clock: row.clock as ClockId, dueOn: dayFromDate(row.dueOn) }))
}

/** One miss by its id. */
export async function findMiss(tx: Tx, id: string): Promise<ClockMiss | undefined> {
  const row = await tx.clockMiss.findUnique({
    where: { id },
    select: { id: true, moduleVersionId: true, clock: true, subjectId: true, dueOn: true },
  })
  return row ? { ...row, clock: row.clock as ClockId, dueOn: dayFromDate(row.dueOn) } : undefined
}

type Considered = { id: string; missId: string; reason: string; consideredById: string; consideredOn: Day }
/** False where an officer was faster. */
export async function addConsidered(tx: Tx, considered: Considered, recordedAt: Date): Promise<boolean> {
  const data = [{ ...considered, consideredOn: dateFromDay(considered.consideredOn), recordedAt }]
  return (await tx.suspensionConsidered.createMany({ data, skipDuplicates: true })).count === 1
}
