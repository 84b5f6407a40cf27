import { sha256Hex } from '../canonical-json'
import type { Context } from '../context'
import { withCorrections } from '../corrections/with-corrections'
import type { Tx } from '../db'
import { record } from '../record'
import { ok, type Result, refuse } from '../refusal'
import { transaction } from '../transaction'
import type { Importer } from './bind-importer'
import type { NamedFile } from './check-file'
import { factsOf, insertRun, lockKind } from './import-run-store'
import type { CheckedFile, ReportProgress } from './importer'
import type { Issue } from './issue'
import type { ImportCounts } from './table-write'
import { applyWrites, isEmptyPlan, planWrites } from './write-tables'

/** What a file did, or would do. `warnings` is a count, as the command line's contract says; their words are beside. */
export type ImportSummary = {
  kind: string
  file: string
  rows: number
  new: number
  changed: number
  unchanged: number
  absent: number
  warnings: number
  errors: Issue[]
  counts: Record<string, number>
}
/** A file of 200,000 rows takes half a minute on two cores; a slow machine gets ten. */
export const longSeconds = 600

export type ImportOutcome = {
  state: 'applied' | 'unchanged' | 'rejected' | 'planned'
  summary: ImportSummary
  warnings: Issue[]
}

/**
 * Checks a file and applies it in one transaction; any error and nothing is written (IMP-2 to IMP-4). Whoever calls this has
 * acknowledged the warnings. The same bytes again write nothing and record nothing (IMP-5).
 * @returns `conflict` where another import of the kind is running.
 */
export async function importFile(
  ctx: Context,
  importer: Importer,
  file: NamedFile,
  options: { dryRun?: boolean; report?: ReportProgress } = {},
): Promise<Result<ImportOutcome>> {
  const report = options.report ?? (() => {})
  const act = async (tx: Tx): Promise<Result<ImportOutcome>> => {
    if (!(await lockKind(tx, importer.kind)))
      return refuse({ kind: 'conflict', because: `Another import of kind "${importer.kind}" is running` })
    const checked = await withCorrections(tx, await importer.check(tx, file, report))
    const { total: rows, errors, warnings, counts } = checked
    const none = { new: 0, changed: 0, unchanged: 0, absent: 0 }
    const summary = { kind: importer.kind, file: file.name, rows, ...none, warnings: warnings.length, errors, counts }
    if (errors.length > 0) return ok({ state: 'rejected', summary, warnings })

    const plan = await planWrites(tx, checked.writes)
    const cut = cutOff(checked.openEnd, plan.counts.absent, rows)
    if (cut) return ok({ state: 'rejected', summary: { ...summary, errors: [cut] }, warnings })
    const done = { ...summary, ...plan.counts }
    if (options.dryRun) return ok({ state: 'planned', summary: done, warnings })
    if (isEmptyPlan(plan)) return ok({ state: 'unchanged', summary: done, warnings })
    await applyWrites(tx, plan, report)
    await recordApplied(tx, ctx, importer.kind, file, checked, plan.counts)
    return ok({ state: 'applied', summary: done, warnings })
  }
  return transaction(act, 3, longSeconds)
}

/** The run stands in the curator's history like one from the page; what was uploaded, checked and started is one act here. */
async function recordApplied(
  tx: Tx,
  ctx: Context,
  kind: string,
  file: NamedFile,
  checked: CheckedFile,
  counts: ImportCounts,
) {
  const sha256 = sha256Hex(file.bytes)
  const facts = factsOf(checked, counts)
  const given = { kind, fileName: file.name, sha256, byteCount: file.bytes.length, state: 'applied' as const }
  const days = { checkedAt: ctx.now, finishedAt: ctx.now, ...(file.asOf ? { asOf: file.asOf } : {}) }
  const id = await insertRun(tx, ctx, { ...given, ...facts, ...days })
  const { counts: _, ...figures } = facts
  const data = { kind, sha256, ...figures }
  await record(tx, ctx, { name: 'ImportApplied', about: { type: 'ImportRun', id }, from: 'ready', to: 'applied', data })
}

/** A file that ends in the middle of a line and lacks rows that were there before was most likely cut off. */
export function cutOff(openEnd: boolean, absent: number, rows: number): Issue | undefined {
  if (!openEnd || absent === 0) return undefined
  const reason = `the last line has no line break and ${absent} known rows are missing; the file may be cut off`
  return { line: rows + 1, column: '', code: 'format', reason, value: '' }
}
