import type { Context } from '../context'
import { withCorrections } from '../corrections/with-corrections'
import { db, type Tx } from '../db'
import { logger } from '../logger'
import { ok, type Result, refuse } from '../refusal'
import { transaction } from '../transaction'
import type { Importer } from './bind-importer'
import type { NamedFile } from './check-file'
import { longSeconds } from './import-file'
import { replaceReport } from './import-rows-store'
import type { ImportRun } from './import-run'
import { dropFile, factsOf, findFile, findRun, lockKind } from './import-run-store'
import { progressSaver } from './progress-saver'
import { moveImport } from './record-import'
import { applyWrites, planWrites } from './write-tables'

/**
 * Applies a file that a curator started: in one transaction, checked again against what stands now. Killed midway it has
 * written nothing and may be run again (IMP-4). The move comes last, because until then progress is told from outside; the
 * lock of the kind keeps a second one away.
 */
export async function applyImport(
  ctx: Context,
  importerOf: (kind: string) => Importer | undefined,
  id: string,
): Promise<Result<ImportRun>> {
  const run = await findRun(db, id)
  if (!run) return refuse({ kind: 'not-found' })
  if (run.state !== 'applying') return ok(run)
  const file = await findFile(db, run)
  const importer = importerOf(run.kind)
  if (!file || !importer) return refuse({ kind: 'not-found' })
  try {
    return await applyFile(ctx, importer, run, file)
  } catch (error) {
    logger.error({ err: error, importRun: id }, 'an import failed; nothing of it was written')
    return transaction((tx) =>
      moveImport(tx, ctx, run, 'fail', { failure: 'The database refused the file', finishedAt: ctx.now }),
    )
  }
}

function applyFile(ctx: Context, importer: Importer, run: ImportRun, file: NamedFile): Promise<Result<ImportRun>> {
  const report = progressSaver(run.id)
  const act = async (tx: Tx): Promise<Result<ImportRun>> => {
    if (!(await lockKind(tx, run.kind)))
      return refuse({ kind: 'conflict', because: `Another import of kind "${run.kind}" is running` })
    const checked = await withCorrections(tx, await importer.check(tx, file, report))
    if (checked.errors.length > 0) {
      await replaceReport(tx, run.id, checked.errors, checked.warnings)
      const failure = 'What the file refers to has changed since it was checked'
      return moveImport(tx, ctx, run, 'fail', { failure, errors: checked.errors.length, finishedAt: ctx.now })
    }
    const plan = await planWrites(tx, checked.writes)
    await applyWrites(tx, plan, ({ written, total }) =>
      report({
        read: checked.total,
        checked: checked.total,
        written: Math.floor((written * checked.total) / total),
        total: checked.total,
      }),
    )
    await dropFile(tx, run.id)
    return moveImport(tx, ctx, run, 'apply', { ...factsOf(checked, plan.counts), finishedAt: ctx.now })
  }
  return transaction(act, 3, longSeconds)
}
