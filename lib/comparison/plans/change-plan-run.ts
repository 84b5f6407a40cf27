import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { PlanRun } from './plan-run'
import { type PlanCommand, planRunMachine } from './plan-run-machine'
import { movePlanRun } from './plan-run-store'

type Change = Omit<Parameters<typeof movePlanRun>[3], 'state'>

/** The common body of every move of a run: legal, guarded by its version, recorded once in its organisation's chain. */
export async function changePlanRun(
  tx: Tx,
  ctx: Context,
  run: PlanRun,
  command: PlanCommand,
  change: Change = {},
  data: Record<string, unknown> = {},
): Promise<Result<{ id: string; version: number }>> {
  const edge = next(planRunMachine, run.state, command)
  if (!edge) return refuse({ kind: 'wrong-state', state: run.state, command })
  if (!(await movePlanRun(tx, run.id, run.version, { ...change, state: edge.to }))) return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'PlanRun', id: run.id },
    from: run.state,
    to: edge.to,
    organisationId: run.organisationId,
    data: { profileId: run.profileId, ...data },
  })
  return ok({ id: run.id, version: run.version + 1 })
}
