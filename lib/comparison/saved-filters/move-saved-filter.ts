import 'server-only'
import { searchModules } from '@/lib/catalogue/search-modules'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayKeepShortlist } from '../shortlist-policy'
import { mostFound, mostLiveFilters, type SavedFilter, type SavedFilterState } from './saved-filter'
import { type SavedFilterCommand, savedFilterMachine } from './saved-filter-machine'
import { filterOf } from './saved-filter-rules'
import type { SavedFilterMove } from './saved-filter-schema'
import { countLiveFilters, findSavedFilter, moveSavedFilter } from './saved-filter-store'

/** Notes what the search finds now as seen: what is new is counted from here on. */
export const lookAtSavedFilter = (ctx: Context, input: SavedFilterMove) =>
  move(ctx, input, 'look', async (_, filter) => {
    const { cards } = await searchModules(ctx, filterOf(filter.query), mostFound)
    return ok({ foundAtLook: cards.map((card) => card.id), lookedAt: ctx.now })
  })

/** Puts a live saved filter out of sight. */
export const archiveSavedFilter = (ctx: Context, input: SavedFilterMove) =>
  move(ctx, input, 'archive', async () => ok({}))

/** Brings an archived one back, where there is room for another live one. */
export const restoreSavedFilter = (ctx: Context, input: SavedFilterMove) =>
  move(ctx, input, 'restore', async (tx, filter) =>
    (await countLiveFilters(tx, filter.organisationId)) < mostLiveFilters
      ? ok({})
      : refuse({
          kind: 'conflict',
          because: `There are ${mostLiveFilters} live saved filters already: archive one first`,
        }),
  )

type Change = Partial<Pick<SavedFilter, 'foundAtLook' | 'lookedAt'>>

function move(
  ctx: Context,
  input: SavedFilterMove,
  command: SavedFilterCommand,
  change: (tx: Tx, filter: SavedFilter) => Promise<Result<Change>>,
): Promise<Result<SavedFilter>> {
  return transaction(async (tx) => {
    const filter = await findSavedFilter(tx, organisationsOf(ctx.actor), input.filterId)
    if (!filter) return refuse({ kind: 'not-found' })
    const decision = mayKeepShortlist(ctx.actor, filter)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const edge = next<SavedFilterState, SavedFilterCommand>(savedFilterMachine, filter.state, command)
    if (!edge) return refuse({ kind: 'wrong-state', state: filter.state, command })
    const changed = await change(tx, filter)
    if (!changed.ok) return changed
    const moved = await moveSavedFilter(tx, filter, input.version, { ...changed.value, state: edge.to })
    if (!moved) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: edge.event,
      about: { type: 'SavedFilter', id: filter.id },
      from: filter.state,
      to: edge.to,
      organisationId: filter.organisationId,
    })
    return ok(moved)
  })
}
