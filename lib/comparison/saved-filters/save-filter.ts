import 'server-only'
import { searchModules } from '@/lib/catalogue/search-modules'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayKeepShortlist } from '../shortlist-policy'
import { mostFound, mostLiveFilters, type SavedFilter } from './saved-filter'
import { filterOf, queryOf } from './saved-filter-rules'
import type { SaveFilter } from './saved-filter-schema'
import { addSavedFilter, countLiveFilters } from './saved-filter-store'

/** Keeps a search with what it finds now, for the organisation the actor stands for (CAT-8). */
export function saveFilter(ctx: Context, input: SaveFilter): Promise<Result<SavedFilter>> {
  const { organisationId, userId } = ctx.actor
  return transaction(async (tx) => {
    const decision = mayKeepShortlist(ctx.actor, { organisationId })
    if (!decision.allowed || organisationId === null)
      return refuse({ kind: 'forbidden', because: decision.allowed ? '' : decision.because })
    if ((await countLiveFilters(tx, organisationId)) >= mostLiveFilters)
      return refuse({
        kind: 'conflict',
        because: `There are ${mostLiveFilters} live saved filters already: archive one first`,
      })
    const { name, description } = input
    const query = queryOf(filterOf(input.query))
    const found = (await searchModules(ctx, filterOf(query), mostFound)).cards.map((card) => card.id)
    const times = { createdAt: ctx.now, lookedAt: ctx.now }
    const texts = { id: newId(), organisationId, name, description, query }
    const filter: SavedFilter = {
      ...texts,
      state: 'live',
      version: 1,
      foundAtSave: found,
      foundAtLook: found,
      ...times,
    }
    if (!(await addSavedFilter(tx, filter, userId)))
      return invalidField('name', 'Your organisation has a saved filter of this name already')
    await record(tx, ctx, {
      name: 'FilterSaved',
      about: { type: 'SavedFilter', id: filter.id },
      to: 'live',
      organisationId,
      data: { query, found: found.length },
    })
    return ok(filter)
  })
}
