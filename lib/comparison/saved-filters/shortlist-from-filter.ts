import 'server-only'
import type { ModuleCard } from '@/lib/catalogue/module-view'
import { searchModules } from '@/lib/catalogue/search-modules'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mostEntries, mostLive, type Shortlist } from '../shortlist'
import { mayKeepShortlist } from '../shortlist-policy'
import { addEntries, addExclusions, addShortlist, countLive } from '../shortlist-store'
import { filterOf } from './saved-filter-rules'
import { findSavedFilter } from './saved-filter-store'
import type { ShortlistFromFilter } from './shortlist-from-filter-schema'

/** Begins a shortlist of everything a saved filter finds now, but what is left out with a reason (SHL-1, SHL-2). */
export function shortlistFromFilter(ctx: Context, input: ShortlistFromFilter): Promise<Result<Shortlist>> {
  return transaction(async (tx) => {
    const filter = await findSavedFilter(tx, organisationsOf(ctx.actor), input.filterId)
    if (!filter) return refuse({ kind: 'not-found' })
    const decision = mayKeepShortlist(ctx.actor, filter)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (filter.state !== 'live') return refuse({ kind: 'wrong-state', state: filter.state, command: 'shortlist' })
    const { organisationId, query } = filter
    if ((await countLive(tx, organisationId)) >= mostLive)
      return refuse({ kind: 'conflict', because: `There are ${mostLive} live shortlists already: archive one first` })
    const { cards, total } = await searchModules(ctx, filterOf(query), mostEntries)
    if (total > mostEntries)
      return refuse({
        kind: 'conflict',
        because: `The search finds ${total} modules and a shortlist holds ${mostEntries}: narrow the search`,
      })
    if (!hasSeen(input.seen, cards)) return refuse({ kind: 'stale' })
    const { name, description, exclusions } = input
    const texts = { id: newId(), organisationId, name, description, query, planRunId: null, planModuleId: null }
    const shortlist: Shortlist = { ...texts, state: 'live', version: 1 }
    const by = ctx.actor.userId
    if (!(await addShortlist(tx, shortlist, { createdById: by, createdAt: ctx.now })))
      return invalidField('name', 'Your organisation has a shortlist of this name already')
    const entryOf = (card: ModuleCard) => ({ moduleId: card.id, listingVersionId: card.listingVersionId })
    const kept = cards.filter((card) => !exclusions[card.id])
    const left = cards.flatMap((card) => (exclusions[card.id] ? [{ ...entryOf(card), ...exclusions[card.id]! }] : []))
    const stamped = { shortlistId: shortlist.id, addedById: by, addedAt: ctx.now }
    await addEntries(
      tx,
      kept.map((card) => ({ ...entryOf(card), ...stamped })),
    )
    await addExclusions(tx, shortlist.id, left, { excludedById: by, excludedAt: ctx.now })
    await record(tx, ctx, {
      name: 'ShortlistCreated',
      about: { type: 'Shortlist', id: shortlist.id },
      to: 'live',
      organisationId,
      data: { filterId: filter.id, query, modules: kept.length, leftOut: left.map((e) => [e.moduleId, e.code]) },
    })
    return ok(shortlist)
  })
}

/** A module that came after the page was drawn would be taken without having been seen. */
const hasSeen = (seen: string[], cards: ModuleCard[]): boolean =>
  seen.length === cards.length && cards.every((card) => seen.includes(card.id))
