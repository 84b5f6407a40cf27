import 'server-only'
import { listModules } from '@/lib/catalogue/get-module'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mostEntries, mostLive, type Shortlist } from '../shortlist'
import { addEntries, addShortlist, countLive } from '../shortlist-store'
import { getPlan } from './get-plan'
import type { PlanRun } from './plan-run'
import { mayAskForPlan } from './plan-run-policy'
import type { ShortlistFromPlan } from './plan-run-schema'
import { type PlannedShortlist, plannedShortlists } from './plan-shortlist-rules'

/** PLAN-1: a shortlist for each module that the plan would buy, of every eligible module as it is listed now, the plan's marked. */
export function createShortlistFromPlan(
  ctx: Context,
  { runId }: ShortlistFromPlan,
): Promise<Result<{ ids: string[] }>> {
  return transaction(async (tx) => {
    const run = await getPlan(ctx.actor, runId, tx)
    if (!run) return refuse({ kind: 'not-found' })
    const may = mayAskForPlan(ctx.actor, run)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    const plan = run.outcome?.plan
    if (!plan) return refuse({ kind: 'wrong-state', state: run.state, command: 'make shortlists' })
    const planned = plannedShortlists(run.choice, plan)
    if (planned.length === 0)
      return refuse({ kind: 'conflict', because: 'The plan buys nothing: what you run today stays' })
    if ((await countLive(tx, run.organisationId)) + planned.length > mostLive)
      return refuse({
        kind: 'conflict',
        because: `The plan needs ${planned.length} shortlists and ${mostLive} may be live: archive some first`,
      })
    const ids: string[] = []
    for (const one of planned) {
      const made = await make(tx, ctx, run, one)
      if (!made.ok) return made
      ids.push(made.value.id)
    }
    return ok({ ids })
  })
}

async function make(tx: Tx, ctx: Context, run: PlanRun, planned: PlannedShortlist): Promise<Result<Shortlist>> {
  const modules = (await listModules(ctx, planned.eligible, tx)).filter(
    ({ id, standing }) => id === planned.moduleId || !isOffSale(standing),
  )
  if (modules.length > mostEntries)
    return refuse({
      kind: 'conflict',
      because: `${modules.length} modules could stand in the place of ${planned.name}, and a shortlist holds ${mostEntries}: narrow what you accept`,
    })
  const taken = modules.find(({ id }) => id === planned.moduleId)
  if (!taken || isOffSale(taken.standing))
    return refuse({ kind: 'conflict', because: `${planned.name} cannot be bought now: ask for a new plan` })
  const { organisationId } = run
  const shortlist: Shortlist = {
    id: newId(),
    organisationId,
    name: `${run.profile.name.slice(0, 120)}: in place of ${planned.name.slice(0, 100)}`,
    description: planned.for.join(', ').slice(0, 250) || null,
    query: null,
    planRunId: run.id,
    planModuleId: planned.moduleId,
    state: 'live',
    version: 1,
  }
  const { userId } = ctx.actor
  if (!(await addShortlist(tx, shortlist, { createdById: userId, createdAt: ctx.now })))
    return refuse({ kind: 'conflict', because: `There is a shortlist “${shortlist.name}” already` })
  const stamped = { shortlistId: shortlist.id, addedById: userId, addedAt: ctx.now }
  await addEntries(
    tx,
    modules.map(({ id, listingVersionId }) => ({ moduleId: id, listingVersionId, ...stamped })),
  )
  await record(tx, ctx, {
    name: 'ShortlistCreated',
    about: { type: 'Shortlist', id: shortlist.id },
    to: 'live',
    organisationId,
    data: {
      planRunId: run.id,
      evidenceSha256: run.evidenceSha256,
      moduleId: planned.moduleId,
      modules: modules.length,
    },
  })
  return ok(shortlist)
}
