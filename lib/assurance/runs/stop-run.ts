import 'server-only'
import type { Context } from '@/lib/platform/context'
import { isId } from '@/lib/platform/ids'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeRun } from './change-run'
import type { Run } from './run'
import { maySeeRun, mayStopRun } from './run-policy'
import type { RunMove } from './run-schema'
import { findRun } from './run-store'

/** The kill switch (SG-09): the runner notices within a second and sends nothing more. Nothing of the run counts. */
export function stopRun(ctx: Context, { id, version }: RunMove): Promise<Result<Run>> {
  return transaction(async (tx) => {
    const run = isId(id) ? await findRun(tx, id) : undefined
    if (!run || !maySeeRun(ctx.actor, run)) return refuse({ kind: 'not-found' })
    const may = mayStopRun(ctx.actor, run)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    return changeRun(tx, ctx, { ...run, version }, 'cancel', { endedAt: ctx.now })
  })
}
