import type { Context } from '../context'
import { withCorrections } from '../corrections/with-corrections'
import { db, type Tx } from '../db'
import { ok, type Result, refuse } from '../refusal'
import { transaction } from '../transaction'
import type { Importer } from './bind-importer'
import { cutOff, longSeconds } from './import-file'
import { replaceReport } from './import-rows-store'
import type { ImportRun } from './import-run'
import { dropFile, factsOf, findFile, findRun } from './import-run-store'
import { progressSaver } from './progress-saver'
import { moveImport } from './record-import'
import { planWrites } from './write-tables'

/**
 * Checks every row of an uploaded file and plans what it would change; nothing of it is written (IMP-2, IMP-3).
 * A second time it finds the run moved on and does nothing.
 */
export async function checkImport(
  ctx: Context,
  importerOf: (kind: string) => Importer | undefined,
  id: string,
): Promise<Result<ImportRun>> {
  const run = await findRun(db, id)
  if (!run) return refuse({ kind: 'not-found' })
  if (run.state !== 'uploaded') return ok(run)
  const file = await findFile(db, run)
  const importer = importerOf(run.kind)
  if (!file || !importer) return refuse({ kind: 'not-found' })
  const act = async (tx: Tx): Promise<Result<ImportRun>> => {
    const checked = await withCorrections(tx, await importer.check(tx, file, progressSaver(id)))
    const plan = await planWrites(tx, checked.writes)
    const cut = cutOff(checked.openEnd, plan.counts.absent, checked.total)
    if (cut) checked.errors.push(cut)
    await replaceReport(tx, id, checked.errors, checked.warnings)
    const rejected = checked.errors.length > 0
    const facts = { ...factsOf(checked, plan.counts), checkedAt: ctx.now, ...(rejected ? { finishedAt: ctx.now } : {}) }
    if (rejected) await dropFile(tx, id)
    return moveImport(tx, ctx, run, rejected ? 'reject' : 'check', facts)
  }
  return transaction(act, 3, longSeconds)
}
