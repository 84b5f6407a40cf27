import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { loadShortlist } from './load-shortlist'
import { mostLive, type Shortlist } from './shortlist'
import type { ShortlistMove } from './shortlist-schema'
import { countLive, moveShortlist } from './shortlist-store'

/** Puts a live shortlist out of sight. */
export const archiveShortlist = (ctx: Context, input: ShortlistMove) => move(ctx, input, 'archive')

/** Brings an archived shortlist back, where there is room for another live one. */
export const restoreShortlist = (ctx: Context, input: ShortlistMove) => move(ctx, input, 'restore')

function move(ctx: Context, input: ShortlistMove, command: 'archive' | 'restore'): Promise<Result<Shortlist>> {
  return transaction(async (tx) => {
    const loaded = await loadShortlist(tx, ctx, input.shortlistId, command)
    if (!loaded.ok) return loaded
    const { shortlist, move: edge } = loaded.value
    if (command === 'restore' && (await countLive(tx, shortlist.organisationId)) >= mostLive)
      return refuse({ kind: 'conflict', because: `There are ${mostLive} live shortlists already: archive one first` })
    const moved = await moveShortlist(tx, shortlist, input.version, edge.to)
    if (!moved) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: edge.event,
      about: { type: 'Shortlist', id: shortlist.id },
      from: shortlist.state,
      to: edge.to,
      organisationId: shortlist.organisationId,
    })
    return ok(moved)
  })
}
