import type { Context } from '../context'
import { sha256Hex } from '../canonical-json'
import { ok, refuse, type Result } from '../refusal'
import { transaction } from '../transaction'
import type { Importer } from './bind-importer'
import type { NamedFile } from './check-file'
import { insertAppliedRun, lockKind } from './import-run-store'
import type { ReportProgress } from './importer'
import type { Issue } from './issue'
import { recordApplied } from './record-applied'
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
  return transaction(async (tx) => {
    if (!(await lockKind(tx, importer.kind)))
      return refuse({ kind: 'conflict', because: `Another import of kind "${importer.kind}" is running` })
    const checked = await importer.check(tx, file, report)
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
    const run = await insertAppliedRun(tx, ctx, { file, sha256: sha256Hex(Buffer.from(file.bytes)), checked, ...done })
    await recordApplied(tx, ctx, run, plan.counts)
    return ok({ state: 'applied', summary: done, warnings })
  })
}

/** A file that ends in the middle of a line and lacks rows that were there before was most likely cut off. */
export function cutOff(openEnd: boolean, absent: number, rows: number): Issue | undefined {
  if (!openEnd || absent === 0) return undefined
  const reason = `the last line has no line break and ${absent} known rows are missing; the file may be cut off`
  return { line: rows + 1, column: '', code: 'format', reason, value: '' }
}
