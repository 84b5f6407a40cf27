import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { loadShortlist } from './load-shortlist'
import type { Shortlist } from './shortlist'
import type { ShortlistModule } from './shortlist-schema'
import { findEntries, moveShortlist, removeEntry } from './shortlist-store'

/** Takes a module off a live shortlist. */
export function removeFromShortlist(ctx: Context, input: ShortlistModule): Promise<Result<Shortlist>> {
  return transaction(async (tx) => {
    const loaded = await loadShortlist(tx, ctx, input.shortlistId, 'remove-module')
    if (!loaded.ok) return loaded
    const { shortlist, move } = loaded.value
    const entries = await findEntries(tx, shortlist.id)
    if (!entries.some((entry) => entry.moduleId === input.moduleId)) return refuse({ kind: 'not-found' })
    const moved = await moveShortlist(tx, shortlist, input.version, move.to)
    if (!moved) return refuse({ kind: 'stale' })
    await removeEntry(tx, shortlist.id, input.moduleId)
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Shortlist', id: shortlist.id },
      from: shortlist.state,
      to: move.to,
      organisationId: shortlist.organisationId,
      data: { moduleId: input.moduleId },
    })
    return ok(moved)
  })
}
