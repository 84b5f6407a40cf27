import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { projectMachine } from '../projects/project-machine'
import { findProject, lockProject } from '../projects/project-store'
import { findCompetition, findDueCompetitions, markOffersClosed } from './competition-store'

/** By the clock: closes the offers of every competition whose last day is over, each in a transaction of its own. */
export async function closeDueOffers(ctx: Context): Promise<number> {
  const due = await findDueCompetitions(db, ctx.now)
  let closed = 0
  for (const id of due) if ((await closeOffers(ctx, id)).ok) closed++
  return closed
}

/** Closes the offers of one competition whose last day is over; a refusal where it is not, or somebody was faster. */
export function closeOffers(ctx: Context, id: string): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const competition = await findCompetition(tx, { id })
    if (!competition?.deadlineAt || competition.deadlineAt > ctx.now) return refuse({ kind: 'not-found' })
    // A cancellation at the same moment goes first or second, not between.
    await lockProject(tx, competition.projectId)
    const project = (await findProject(tx, competition.projectId))!
    const move = next(projectMachine, project.state, 'close-offers')
    if (!move) return refuse({ kind: 'wrong-state', state: project.state, command: 'close-offers' })
    if (!(await markOffersClosed(tx, id, ctx.now))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Project', id: project.id },
      from: project.state,
      to: move.to,
      organisationId: project.organisationId,
      data: { competitionId: id },
    })
    return ok({ id })
  })
}
