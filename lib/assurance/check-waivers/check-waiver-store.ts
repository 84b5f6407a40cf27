import 'server-only'
import { type Day, dateFromDay, dayFromDate, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import type { CheckWaiverDays } from '../facts'
import type { CheckOfSuite, CheckWaiver } from './check-waiver'

/** By which a check's results and its waivers find each other. */
export const keyOfCheck = ({ check, suiteVersion }: CheckOfSuite): string => `${check}/${suiteVersion}`

/** The days of every waiver of a check, by check and version of the suite. There are few, and no result is read without them. */
export async function loadCheckWaivers(tx: Tx): Promise<Map<string, CheckWaiverDays[]>> {
  const rows = await tx.checkWaiver.findMany({ orderBy: { id: 'asc' } })
  const byCheck = groupBy(rows, keyOfCheck)
  const daysOf = (row: (typeof rows)[number]): CheckWaiverDays => ({
    from: dayFromDate(row.fromOn),
    until: dayFromDate(row.untilOn),
    knownOn: dayOf(row.recordedAt),
  })
  return new Map([...byCheck].map(([key, own]) => [key, own.map(daysOf)]))
}

/** All of them with the reasons of the officers, the newest first, 500 at most. */
export async function findCheckWaivers(tx: Tx): Promise<(CheckWaiver & { reason: string })[]> {
  const rows = await tx.checkWaiver.findMany({
    include: { decision: { select: { reason: true } } },
    orderBy: [{ recordedAt: 'desc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(({ fromOn, untilOn, decision, recordedAt: _, ...row }) => ({
    ...row,
    from: dayFromDate(fromOn),
    until: dayFromDate(untilOn),
    reason: decision.reason,
  }))
}

/** Which of these checks of a suite are under waiver on that day. */
export async function findWaivedChecks(tx: Tx, suiteVersion: string, day: Day): Promise<Set<string>> {
  const on = dateFromDay(day)
  const where = { suiteVersion, fromOn: { lte: on }, untilOn: { gte: on } }
  const rows = await tx.checkWaiver.findMany({ where, select: { check: true }, take: 500 })
  return new Set(rows.map((row) => row.check))
}

/** Writes what two officers decided; it is never changed. */
export async function addCheckWaiver(tx: Tx, { from, until, ...waiver }: CheckWaiver, recordedAt: Date): Promise<void> {
  const data = { ...waiver, fromOn: dateFromDay(from), untilOn: dateFromDay(until), recordedAt }
  await tx.checkWaiver.create({ data, select: { id: true } })
}

type Failing = { moduleVersionId: string; standardVersionId: string; requirementId: string }
/** Every requirement that this check found not kept, of whichever module version, 2,000 at most. */
export function findFailingBy(tx: Tx, of: CheckOfSuite): Promise<Failing[]> {
  return tx.checkFact.findMany({
    where: { check: of.check, suiteVersion: of.suiteVersion, result: 'FAIL' },
    select: { moduleVersionId: true, standardVersionId: true, requirementId: true },
    distinct: ['moduleVersionId', 'standardVersionId', 'requirementId'],
    orderBy: [{ moduleVersionId: 'asc' }, { standardVersionId: 'asc' }, { requirementId: 'asc' }],
    take: 2_000,
  })
}

/** Every module version of which a result of this check is known. */
export async function findVersionsTestedBy(tx: Tx, of: CheckOfSuite): Promise<string[]> {
  const rows = await tx.checkFact.findMany({
    where: { check: of.check, suiteVersion: of.suiteVersion },
    select: { moduleVersionId: true },
    distinct: ['moduleVersionId'],
  })
  return rows.map((row) => row.moduleVersionId)
}

/** The version of the suite in which this check last tested that module version; undefined where it never did. */
export async function findNewestSuiteOf(tx: Tx, moduleVersionId: string, check: string): Promise<string | undefined> {
  const where = { moduleVersionId, check }
  const row = await tx.checkFact.findFirst({ where, select: { suiteVersion: true }, orderBy: { sequence: 'desc' } })
  return row?.suiteVersion
}
