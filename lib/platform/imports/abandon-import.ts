import type { Context } from '../context'
import type { Decision } from '../decision'
import { type Result, refuse } from '../refusal'
import { transaction } from '../transaction'
import type { ImportRun } from './import-run'
import { dropFile, findRun } from './import-run-store'
import { moveImport } from './record-import'

/** Gives a file up that has not been applied; its report stays. */
export async function abandonImport(
  ctx: Context,
  may: Decision,
  input: { id: string; version: number },
): Promise<Result<ImportRun>> {
  if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
  return transaction(async (tx) => {
    const run = await findRun(tx, input.id)
    if (!run) return refuse({ kind: 'not-found' })
    if (run.version !== input.version) return refuse({ kind: 'stale' })
    await dropFile(tx, run.id)
    return moveImport(tx, ctx, run, 'abandon', { finishedAt: ctx.now })
  })
}
