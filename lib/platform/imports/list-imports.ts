import { db } from '../db'
import type { Decision } from '../decision'
import type { ImportRun } from './import-run'
import { findRuns } from './import-run-store'

/** The latest hundred runs, the newest first; none for those who may not import. */
export async function listImports(may: Decision): Promise<ImportRun[]> {
  return may.allowed ? findRuns(db, 100) : []
}
