import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { type Edge, next } from '@/lib/platform/machine'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { Shortlist, ShortlistState } from './shortlist'
import { type ShortlistCommand, shortlistMachine } from './shortlist-machine'
import { mayKeepShortlist, maySeeShortlist } from './shortlist-policy'
import { findShortlist } from './shortlist-store'

/** The first rungs of every command's ladder: not found (a stranger's too), forbidden, wrong state. */
export async function loadShortlist(
  tx: Tx,
  ctx: Context,
  id: string,
  command: ShortlistCommand,
): Promise<Result<{ shortlist: Shortlist; move: Edge<ShortlistState> }>> {
  const shortlist = await findShortlist(tx, id)
  if (!shortlist || !maySeeShortlist(ctx.actor, shortlist)) return refuse({ kind: 'not-found' })
  const decision = mayKeepShortlist(ctx.actor, shortlist)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const move = next<ShortlistState, ShortlistCommand>(shortlistMachine, shortlist.state, command)
  if (!move) return refuse({ kind: 'wrong-state', state: shortlist.state, command })
  return ok({ shortlist, move })
}
