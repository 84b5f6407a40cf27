import type { Context } from '../context'
import type { Decision } from '../decision'
import { invalidField, type Result, refuse } from '../refusal'
import { transaction } from '../transaction'
import type { ImportRun } from './import-run'
import { findRun } from './import-run-store'
import { moveImport } from './record-import'

export type StartInput = { id: string; version: number; acknowledged: boolean }

/** Asks for a checked file to be applied; its warnings must be acknowledged (IMP-3). The worker applies it (`ImportStarted`). */
export async function startImport(ctx: Context, may: Decision, input: StartInput): Promise<Result<ImportRun>> {
  if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
  return transaction(async (tx) => {
    const run = await findRun(tx, input.id)
    if (!run) return refuse({ kind: 'not-found' })
    if (run.state === 'ready' && run.warnings > 0 && !input.acknowledged)
      return invalidField('acknowledged', 'Confirm that you have read the warnings')
    if (run.version !== input.version) return refuse({ kind: 'stale' })
    return moveImport(tx, ctx, run, 'start', { checked: 0, written: 0 })
  })
}
