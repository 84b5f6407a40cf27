import 'server-only'
import { listModules } from '@/lib/catalogue/get-module'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { loadShortlist } from './load-shortlist'
import { mostEntries, type Shortlist } from './shortlist'
import type { ShortlistModule } from './shortlist-schema'
import { addEntries, findEntries, moveShortlist } from './shortlist-store'

/** Puts a published module on a live shortlist, in the listing version it has now. */
export function addToShortlist(ctx: Context, input: ShortlistModule): Promise<Result<Shortlist>> {
  return transaction(async (tx) => {
    const loaded = await loadShortlist(tx, ctx, input.shortlistId, 'add-module')
    if (!loaded.ok) return loaded
    const { shortlist, move } = loaded.value
    const [module] = await listModules(ctx, [input.moduleId], tx)
    if (!module) return refuse({ kind: 'not-found' })
    if (isOffSale(module.standing))
      return refuse({
        kind: 'conflict',
        because: `${module.listing.name} cannot be bought now (${module.standing.words})`,
      })
    const entries = await findEntries(tx, shortlist.id)
    if (entries.some((entry) => entry.moduleId === module.id))
      return refuse({ kind: 'conflict', because: 'This module is on the shortlist already' })
    if (entries.length >= mostEntries)
      return refuse({ kind: 'conflict', because: `A shortlist holds ${mostEntries} modules: narrow the search` })
    const moved = await moveShortlist(tx, shortlist, input.version, move.to)
    if (!moved) return refuse({ kind: 'stale' })
    const entry = { moduleId: module.id, listingVersionId: module.listingVersionId }
    await addEntries(tx, [{ shortlistId: shortlist.id, ...entry, addedById: ctx.actor.userId, addedAt: ctx.now }])
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Shortlist', id: shortlist.id },
      from: shortlist.state,
      to: move.to,
      organisationId: shortlist.organisationId,
      data: { moduleId: module.id, listingVersionId: module.listingVersionId },
    })
    return ok(moved)
  })
}
