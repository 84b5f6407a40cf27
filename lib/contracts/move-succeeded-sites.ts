import 'server-only'
import { listSuccessions } from '@/lib/identity/record-succession'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { againWhenStale, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { ContractSite } from './site'
import { siteMachine } from './site-machine'
import { countSitesHeld, findSite, findSitesOf, insertSite, saveSite } from './site-store'

type Succeeded = { practiceId: string; successorId: string; succeedsOn: Day }

/**
 * On PracticeSucceeded, and every night: from its day on the successor stands in the contracts of the practice that it succeeds
 * (C5). The old site ceases on that day and the new one is live from it: no day is charged twice, none is left out. Where the
 * successor holds the module already, its own site goes on alone. Twice does nothing.
 */
export async function moveSucceededSites(ctx: Context): Promise<void> {
  for (const succession of await listSuccessions(db, dayOf(ctx.now)))
    for (const { id } of await findSitesOf(db, succession.practiceId))
      againWhenStale(await transaction((tx) => moveOne(tx, ctx, id, succession)))
}

async function moveOne(tx: Tx, ctx: Context, siteId: string, of: Succeeded): Promise<Result<unknown>> {
  const site = await findSite(tx, siteId)
  const move = site && next(siteMachine, site.state, 'succeed')
  if (!site || !move) return ok(undefined)
  const on = site.liveOn !== null && site.liveOn > of.succeedsOn ? site.liveOn : of.succeedsOn
  if (!(await saveSite(tx, site, { state: move.to, ceased: { on, byId: null } }))) return refuse({ kind: 'stale' })
  const holds = await countSitesHeld(tx, site.contractId, of.successorId, on)
  const successor = holds > 0 ? undefined : await standIn(tx, site, of.successorId, on)
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'ContractSite', id: site.id },
    from: site.state,
    to: move.to,
    organisationId: of.practiceId,
    data: { contractId: site.contractId, successorId: of.successorId, on, siteId: successor ?? null },
  })
  return ok(undefined)
}

/** The successor's site: in use from the day on where the old one was, and to be confirmed by both sides where it was not yet. */
async function standIn(tx: Tx, site: ContractSite, practiceId: string, on: Day): Promise<string> {
  const id = newId()
  const live = site.state === 'live' ? { liveOn: on } : {}
  await insertSite(tx, { id, contractId: site.contractId, practiceId, succeedsId: site.id, ...live })
  return id
}
