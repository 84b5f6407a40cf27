import { db } from '../db'
import type { Decision } from '../decision'
import { isId } from '../ids'
import { findReport, type ReportRow } from './import-rows-store'
import type { ImportRun } from './import-run'
import { findRun } from './import-run-store'

export type ImportView = ImportRun & { report: ReportRow[] }

/** A run with its report (the first thousand rows, or all); undefined for those who may not import, as for what is not there. */
export async function getImport(
  may: Decision,
  id: string,
  rows: 'first' | 'all' = 'first',
): Promise<ImportView | undefined> {
  if (!may.allowed || !isId(id)) return undefined
  const run = await findRun(db, id)
  return run && { ...run, report: await findReport(db, id, rows === 'first' ? 1_000 : undefined) }
}
