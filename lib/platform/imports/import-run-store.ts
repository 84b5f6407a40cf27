import 'server-only'
import type { Context } from '../context'
import { type Day, dateFromDay, dayFromDate } from '../days'
import type { Tx } from '../db'
import { newId } from '../ids'
import type { NamedFile } from './check-file'
import type { ImportRun, ImportState } from './import-run'
import type { CheckedFile, Progress } from './importer'
import type { ImportCounts } from './table-write'

const shown = {
  id: true,
  kind: true,
  fileName: true,
  sha256: true,
  byteCount: true,
  asOf: true,
  state: true,
  version: true,
  total: true,
  read: true,
  checked: true,
  written: true,
  newRows: true,
  changedRows: true,
  unchangedRows: true,
  absentRows: true,
  errors: true,
  warnings: true,
  counts: true,
  failure: true,
  createdAt: true,
  finishedAt: true,
} as const

type Row = Omit<ImportRun, 'state' | 'asOf' | 'counts'> & { state: string; asOf: Date | null; counts: unknown }
const view = (row: Row): ImportRun => ({
  ...row,
  state: row.state as ImportState,
  asOf: row.asOf && dayFromDate(row.asOf),
  counts: row.counts as Record<string, number>,
})

/** One run a kind at a time: held until the transaction ends; false where another holds it (IMP-4). */
export async function lockKind(tx: Tx, kind: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ got: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${`import ${kind}`}, 0)) as got`
  return rows[0]!.got
}

export async function findRun(tx: Tx, id: string): Promise<ImportRun | undefined> {
  const row = await tx.importRun.findUnique({ where: { id }, select: shown })
  return row ? view(row) : undefined
}

export async function findRuns(tx: Tx, take: number): Promise<ImportRun[]> {
  const rows = await tx.importRun.findMany({ select: shown, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take })
  return rows.map(view)
}

export async function findFile(tx: Tx, run: ImportRun): Promise<NamedFile | undefined> {
  const row = await tx.importFile.findUnique({ where: { runId: run.id }, select: { bytes: true } })
  return row ? { name: run.fileName, bytes: row.bytes, ...(run.asOf ? { asOf: run.asOf } : {}) } : undefined
}

type NewRun = { kind: string; fileName: string; sha256: string; byteCount: number; asOf?: Day; state: ImportState }

export async function insertRun(tx: Tx, ctx: Context, given: NewRun & Partial<RunFacts>): Promise<string> {
  const id = newId()
  const asOf = given.asOf ? dateFromDay(given.asOf) : null
  const by = { organisationId: ctx.actor.organisationId, uploadedById: ctx.actor.userId, createdAt: ctx.now }
  await tx.importRun.create({ data: { ...given, id, asOf, ...by }, select: { id: true } })
  return id
}

export async function insertFile(tx: Tx, runId: string, bytes: Uint8Array): Promise<void> {
  await tx.importFile.create({ data: { runId, bytes: new Uint8Array(bytes) }, select: { runId: true } })
}

export type RunFacts = {
  total: number
  checked: number
  written: number
  newRows: number
  changedRows: number
  unchangedRows: number
  absentRows: number
  errors: number
  warnings: number
  counts: Record<string, number>
  failure: string
  checkedAt: Date
  finishedAt: Date
}

/** The facts of a run as a check and a plan leave them. */
export const factsOf = (checked: CheckedFile, counts: ImportCounts) => ({
  total: checked.total,
  newRows: counts.new,
  changedRows: counts.changed,
  unchangedRows: counts.unchanged,
  absentRows: counts.absent,
  errors: checked.errors.length,
  warnings: checked.warnings.length,
  counts: checked.counts,
})

/** Moves a run where its version still is the one that was seen; false where somebody was faster. */
export async function moveRun(
  tx: Tx,
  run: ImportRun,
  state: ImportState,
  facts: Partial<RunFacts> = {},
): Promise<boolean> {
  const { count } = await tx.importRun.updateMany({
    where: { id: run.id, version: run.version, state: run.state },
    data: { ...facts, state, version: run.version + 1 },
  })
  return count === 1
}

/** Progress is told outside the transaction that applies, so that the page can see it; it changes no version. */
export async function saveProgress(tx: Tx, id: string, progress: Progress): Promise<void> {
  await tx.importRun.updateMany({ where: { id }, data: progress })
}

/** A run that has ended keeps its hash and its report, not its bytes. */
export async function dropFile(tx: Tx, runId: string): Promise<void> {
  await tx.importFile.deleteMany({ where: { runId } })
}
