import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { Run } from './run'
import { type RunCommand, runMachine } from './run-machine'
import { moveRun } from './run-store'

type Change = Omit<Parameters<typeof moveRun>[3], 'state'>

/** The common body of every move of a run: legal, guarded by its version, recorded once with its supplier's chain. */
export async function changeRun(
  tx: Tx,
  ctx: Context,
  run: Run,
  command: RunCommand,
  change: Change = {},
  data: Record<string, unknown> = {},
): Promise<Result<Run>> {
  const edge = next(runMachine, run.state, command)
  if (!edge) return refuse({ kind: 'wrong-state', state: run.state, command })
  if (!(await moveRun(tx, run.id, run.version, { ...change, state: edge.to }))) return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'ConformanceRun', id: run.id },
    from: run.state,
    to: edge.to,
    organisationId: run.supplierId,
    data: { kind: run.kind, moduleVersionId: run.moduleVersionId, ...data },
  })
  return ok({ ...run, ...change, state: edge.to, version: run.version + 1 } as Run)
}
