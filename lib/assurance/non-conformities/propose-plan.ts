import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { loadNonConformities } from './load-non-conformities-store'
import { mayAnswerFor, maySeeNonConformity } from './non-conformity-policy'
import { findHazard, findNonConformity } from './non-conformity-store'
import { againstProposal, endOf } from './plan-rules'
import type { ProposePlan } from './plan-schema'
import { addPlan } from './plan-store'

/** The supplier says how and until when it will mend it (NC-01, AS-08). Nothing holds until two officers have accepted it. */
export function proposePlan(ctx: Context, input: ProposePlan): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const nc = await findNonConformity(tx, input.id)
    const module = nc && (await getVersionById(tx, nc.moduleVersionId))
    if (!module || !maySeeNonConformity(ctx.actor, module)) return refuse({ kind: 'not-found' })
    const decision = mayAnswerFor(ctx.actor, module)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (nc.state !== 'open') return refuse({ kind: 'wrong-state', state: nc.state, command: 'propose-plan' })
    const facts = (await loadNonConformities(tx, [nc.moduleVersionId])).get(nc.moduleVersionId) ?? []
    const fact = facts.find((f) => f.id === nc.id)!
    const required = await findHazard(tx, nc)
    const today = dayOf(ctx.now)
    const wrong = againstProposal(input, fact, required, today)
    if (wrong) return invalidField(wrong.field, wrong.words)
    const { kind, summary } = input
    const id = newId()
    const added = await addPlan(tx, {
      id,
      nonConformityId: nc.id,
      kind,
      hazard: nc.hazard ?? required,
      summary,
      dueOn: endOf(input.milestones),
      milestones: input.milestones.map((milestone, i) => ({ ...milestone, number: i + 1 })),
      proposedOn: today,
      proposedById: ctx.actor.userId,
    })
    if (!added) return refuse({ kind: 'conflict', because: 'A plan of yours waits for the authority already' })
    await record(tx, ctx, {
      name: 'PlanProposed',
      about: { type: 'ModuleVersion', id: nc.moduleVersionId },
      to: 'proposed',
      data: { planId: id, kind, nonConformityId: nc.id, moduleVersionId: nc.moduleVersionId },
    })
    return ok({ id })
  })
}
