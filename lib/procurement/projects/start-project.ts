import 'server-only'
import { getShortlist } from '@/lib/comparison/get-shortlist'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayRunProject } from './project-policy'
import type { StartProjectInput } from './project-schema'
import { insertProject } from './project-store'

/** Starts a project from a shortlist of the actor's practice. */
export function startProject(ctx: Context, input: StartProjectInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const shortlist = await getShortlist(ctx.actor, input.shortlistId)
    if (!shortlist) return refuse({ kind: 'not-found' })
    const decision = mayRunProject(ctx.actor, shortlist)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const id = newId()
    await insertProject(tx, {
      id,
      organisationId: shortlist.organisationId,
      shortlistId: shortlist.id,
      name: input.name,
      state: 'scoping',
      createdById: ctx.actor.userId,
      createdAt: ctx.now,
    })
    await record(tx, ctx, {
      name: 'ProjectStarted',
      about: { type: 'Project', id },
      to: 'scoping',
      organisationId: shortlist.organisationId,
      data: { shortlistId: shortlist.id },
    })
    return ok({ id })
  })
}
