import 'server-only'
import { getShortlist } from '@/lib/comparison/get-shortlist'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { getProject } from './get-project'
import type { Needs, ProjectPlan } from './project'
import { mayRunProject } from './project-policy'
import type { StartProjectInput } from './project-schema'
import { insertProject } from './project-store'

/** Starts a project from a shortlist of the actor's practice. */
export const startProject = (ctx: Context, input: StartProjectInput): Promise<Result<{ id: string }>> =>
  transaction((tx) => startWithin(tx, ctx, input))

/** A project is never taken back: a new one, linked to the old, begins from the same shortlist as it stands now. */
export function startAgain(ctx: Context, input: { id: string }): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const old = await getProject(ctx.actor, input.id, tx)
    if (!old) return refuse({ kind: 'not-found' })
    const { shortlistId, name, id: previousId, plan, capabilityIds } = old
    return startWithin(tx, ctx, {
      shortlistId,
      name,
      previousId,
      ...(plan ? { plan } : {}),
      needs: { capabilityIds },
    })
  })
}

type Beginning = {
  previousId?: string
  plan?: ProjectPlan
  needs?: Partial<Pick<Needs, 'startsOn' | 'termMonths' | 'goLiveOn' | 'capabilityIds'>>
}

/** The same within the act of another command: the needs and the plan that it follows, where there is one. */
export async function startWithin(
  tx: Tx,
  ctx: Context,
  { shortlistId, name, previousId, plan, needs = {} }: StartProjectInput & Beginning,
): Promise<Result<{ id: string }>> {
  const shortlist = await getShortlist(ctx.actor, shortlistId, tx)
  if (!shortlist) return refuse({ kind: 'not-found' })
  const decision = mayRunProject(ctx.actor, shortlist)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const id = newId()
  await insertProject(tx, {
    id,
    organisationId: shortlist.organisationId,
    shortlistId: shortlist.id,
    name,
    state: 'scoping',
    ...(previousId ? { previousId } : {}),
    ...(plan ? { plan } : {}),
    ...needs,
    createdById: ctx.actor.userId,
    createdAt: ctx.now,
  })
  await record(tx, ctx, {
    name: 'ProjectStarted',
    about: { type: 'Project', id },
    to: 'scoping',
    organisationId: shortlist.organisationId,
    data: {
      shortlistId: shortlist.id,
      ...(previousId ? { previousId } : {}),
      ...(plan ? { planRunId: plan.runId, evidenceSha256: plan.evidenceSha256 } : {}),
    },
  })
  return ok({ id })
}
