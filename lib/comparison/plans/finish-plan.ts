import 'server-only'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { Outcome } from '../optimiser/choice'
import { changePlanRun } from './change-plan-run'
import { evidenceOf } from './evidence-rules'
import type { PlanRun } from './plan-run'
import type { PlanCommand } from './plan-run-machine'
import { mayComputePlan } from './plan-run-policy'
import { findPlanRun } from './plan-run-store'

const commandOf = {
  optimal: 'find-optimal',
  'best-so-far': 'find-best-so-far',
  infeasible: 'find-infeasible',
  undecided: 'find-undecided',
} satisfies Record<Outcome['status'], PlanCommand>

/** Keeps what was found with its evidence (EX-7): from here on nothing of the run changes. */
export function finishPlan(
  ctx: Context,
  of: Pick<PlanRun, 'id' | 'attempt'>,
  outcome: Outcome,
): Promise<Result<{ id: string; version: number }>> {
  return transaction(async (tx) => {
    const may = mayComputePlan(ctx.actor)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    const run = await findPlanRun(tx, of.id)
    if (!run) return refuse({ kind: 'not-found' })
    if (run.attempt !== of.attempt) return refuse({ kind: 'stale' })
    const evidence = canonicalJson(evidenceOf(run, outcome))
    const evidenceSha256 = sha256Hex(evidence)
    return changePlanRun(
      tx,
      ctx,
      run,
      commandOf[outcome.status],
      { endedAt: ctx.now, outcome, evidence, evidenceSha256 },
      { evidenceSha256, inputSha256: run.inputSha256 },
    )
  })
}
