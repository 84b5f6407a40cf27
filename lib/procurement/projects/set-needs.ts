import 'server-only'
import { getListSize } from '@/lib/identity/get-list-size'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { getProject } from './get-project'
import { projectMachine } from './project-machine'
import { mayRunProject } from './project-policy'
import type { SetNeedsInput } from './project-schema'
import { moveProject } from './project-store'

/** Says from when and for how long; the list size is the newest known (QTY-1), with its date. */
export function setNeeds(ctx: Context, input: SetNeedsInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const project = await getProject(ctx.actor, input.id, tx)
    if (!project) return refuse({ kind: 'not-found' })
    const decision = mayRunProject(ctx.actor, project)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const move = next(projectMachine, project.state, 'set-needs')
    if (!move) return refuse({ kind: 'wrong-state', state: project.state, command: 'set-needs' })
    if (input.startsOn <= dayOf(ctx.now)) return invalidField('startsOn', 'The start must be in the future')
    const size = await getListSize(tx, project.organisationId, dayOf(ctx.now))
    if (!size)
      return refuse({
        kind: 'conflict',
        because: 'No list size of your practice is known. A curator must import the published list sizes first.',
      })
    const needs = {
      listSize: size.patients,
      listSizeAsOf: size.asOf,
      startsOn: input.startsOn,
      termMonths: input.termMonths,
    }
    if (!(await moveProject(tx, project.id, input.version, { ...needs, state: move.to })))
      return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Project', id: project.id },
      from: project.state,
      to: move.to,
      organisationId: project.organisationId,
      data: needs,
    })
    return ok({ id: project.id })
  })
}
