import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import { keyOfCheck, loadCheckWaivers } from '../check-waivers/check-waiver-store'
import type { CheckResult } from '../facts'

type Row = Omit<CheckResult, 'on' | 'knownOn' | 'seq' | 'logged' | 'waivers'> & {
  suiteVersion: string
  moduleVersionId: string
  foundOn: Day
  recordedOn: Day
  sequence: number
}

/** The results of logged runs of these module versions, in the order of the log: the same two statements however many. */
export async function loadChecks(tx: Tx, moduleVersionIds: string[]): Promise<Map<string, CheckResult[]>> {
  const rows = await tx.$queryRaw<Row[]>`
    select "moduleVersionId"::text, "standardVersionId"::text, "requirementId", "check", "suiteVersion", kind as run, result, "runId"::text, message,
      "foundOn"::text, ("recordedAt" at time zone 'Europe/London')::date::text as "recordedOn", sequence::float8
    from "CheckFact" where "moduleVersionId" = any(${moduleVersionIds}::uuid[]) order by sequence`
  const byVersion = groupBy(rows, (row) => row.moduleVersionId)
  const waivers = rows.length === 0 ? new Map() : await loadCheckWaivers(tx)
  const toResult = ({ moduleVersionId: _, suiteVersion, foundOn, recordedOn, sequence, ...row }: Row): CheckResult => ({
    ...row,
    suiteVersion,
    waivers: waivers.get(keyOfCheck({ check: row.check, suiteVersion })) ?? [],
    on: foundOn,
    knownOn: recordedOn,
    seq: sequence,
    logged: true,
  })
  return new Map([...byVersion].map(([id, own]) => [id, own.map(toResult)]))
}

type NewFact = {
  id: string
  runId: string
  moduleVersionId: string
  standardVersionId: string
  requirementId: string
  check: string
  suiteVersion: string
  kind: string
  result: string
  reason: string
  message: string
  foundOn: Date
  recordedAt: Date
}
/** Writes the results of a run; the same again writes nothing. */
export async function addCheckFacts(tx: Tx, facts: NewFact[]): Promise<void> {
  await tx.checkFact.createMany({ data: facts, skipDuplicates: true })
}

type Earlier = { check: string; result: CheckResult['result']; runId: string; at: Date }
/** Earlier MONITOR results of one requirement, with the instants of their runs (NC-02). */
export async function findMonitored(
  tx: Tx,
  of: { moduleVersionId: string; standardVersionId: string; requirementId: string },
): Promise<Earlier[]> {
  const rows = await tx.checkFact.findMany({
    where: { ...of, kind: 'MONITOR' },
    select: { check: true, result: true, runId: true, recordedAt: true },
    orderBy: { sequence: 'desc' },
    take: 200,
  })
  return rows.map(({ recordedAt, ...row }) => ({ ...row, result: row.result as CheckResult['result'], at: recordedAt }))
}
