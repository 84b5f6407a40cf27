import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import type { ClosedBy, Source, Subject } from './non-conformity'
import { nonConformityMachine } from './non-conformity-machine'
import { findOpenOf, moveNonConformity } from './non-conformity-store'
import { endPlans } from './plan-store'

type Closing = {
  by: ClosedBy
  /** The finding, run, dispute or decision behind it. */
  becauseOf: Record<string, string>
  /** Only what came from here; everything where left out. */
  source?: Source
}

/**
 * Closes whatever is open against these requirements, inside the transaction of the newer fact: its plan is verified. Somebody
 * else's close a moment earlier is no error. A recurrence is a new non-conformity. Answers how many were closed.
 */
export async function closeNonConformities(
  tx: Tx,
  ctx: Context,
  moduleVersionId: string,
  requirements: Omit<Subject, 'moduleVersionId'>[],
  { by, becauseOf, source }: Closing,
): Promise<number> {
  const { to, event } = nonConformityMachine.open.close
  const about = { type: 'ModuleVersion', id: moduleVersionId }
  let closed = 0
  for (const nc of await findOpenOf(tx, moduleVersionId, requirements)) {
    if (source && nc.source !== source) continue
    if (!(await moveNonConformity(tx, nc.id, nc.version, { state: to, closedOn: dayOf(ctx.now), closedBy: by })))
      continue
    closed += 1
    const data = { nonConformityId: nc.id, requirementId: nc.requirementId, closedBy: by, ...becauseOf }
    for (const plan of await endPlans(tx, nc.id))
      await record(tx, ctx, {
        name: 'PlanVerified',
        about,
        from: 'accepted',
        to: 'verified',
        data: { planId: plan.id, kind: plan.kind, nonConformityId: nc.id, moduleVersionId },
      })
    await record(tx, ctx, { name: event, about, from: 'open', to, data })
  }
  return closed
}
