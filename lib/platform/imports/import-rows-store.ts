import 'server-only'
import type { Tx } from '../db'
import type { Issue, IssueCode } from './issue'

export type ReportRow = Issue & { severity: 'error' | 'warning' }

/** Keeps the report of a check, errors first; a second check of the run replaces it. */
export async function replaceReport(tx: Tx, runId: string, errors: Issue[], warnings: Issue[]): Promise<void> {
  await tx.importRow.deleteMany({ where: { runId } })
  const rows = [
    ...errors.map((issue) => ({ ...issue, severity: 'error' })),
    ...warnings.map((issue) => ({ ...issue, severity: 'warning' })),
  ]
  for (let from = 0; from < rows.length; from += 2_000)
    await tx.importRow.createMany({
      data: rows.slice(from, from + 2_000).map((row, i) => ({ ...row, runId, position: from + i })),
    })
}

/** Rows of the report in its order: the first thousand on a page, all of them as a file (IMP-2). */
export async function findReport(tx: Tx, runId: string, take?: number): Promise<ReportRow[]> {
  const rows = await tx.importRow.findMany({
    where: { runId },
    select: { severity: true, line: true, column: true, code: true, reason: true, value: true },
    orderBy: { position: 'asc' },
    ...(take === undefined ? {} : { take }),
  })
  return rows.map((row) => ({ ...row, severity: row.severity as ReportRow['severity'], code: row.code as IssueCode }))
}
