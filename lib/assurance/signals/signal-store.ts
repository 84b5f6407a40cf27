import 'server-only'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { TestRun } from './signal-rules'

/** Evidence of these module versions, with what it replaces. */
export async function findEvidenceHistory(tx: Tx, moduleVersionIds: string[]) {
  const rows = await tx.evidence.findMany({
    where: { moduleVersionId: { in: moduleVersionIds }, replacesId: { not: null } },
    select: { id: true, moduleVersionId: true, title: true, replacesId: true, addedAt: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ addedAt, ...row }) => ({ ...row, addedOn: dayOf(addedAt) }))
}

/** Who found and who signed; a finding that a machine's run stands for has nobody. */
export async function findSigners(tx: Tx, moduleVersionIds: string[]) {
  const rows = await tx.finding.findMany({
    where: { moduleVersionId: { in: moduleVersionIds }, runId: null },
    select: { id: true, moduleVersionId: true, assessorId: true, reviewerId: true },
  })
  return rows.map((row) => ({ ...row, assessorId: row.assessorId!, reviewerId: row.reviewerId! }))
}

/** Runs that are over, and the last change of each endpoint (IS-07, IS-08). Green: it ended, and no check failed or went wrong. */
export async function findTestRuns(tx: Tx, moduleVersionIds: string[]) {
  const where = { moduleVersionId: { in: moduleVersionIds } }
  const runs = await tx.$queryRaw<
    { moduleVersionId: string; endpointId: string; kind: TestRun['kind']; at: Date; isGreen: boolean }[]
  >`
    select "moduleVersionId"::text, "endpointId"::text, kind, "queuedAt" as at,
      state <> 'aborted' and report is not null
        and not jsonb_path_exists(report, '$.results[*] ? (@.result == "FAIL" || @.result == "ERROR")') as "isGreen"
    from "ConformanceRun" where "moduleVersionId" = any(${moduleVersionIds}::uuid[]) and "endedAt" is not null`
  const endpoints = await tx.endpoint.findMany({ where, select: { id: true, moduleVersionId: true, changedAt: true } })
  return {
    runs,
    changes: endpoints.map((e) => ({ moduleVersionId: e.moduleVersionId, endpointId: e.id, at: e.changedAt })),
  }
}
