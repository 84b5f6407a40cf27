import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { ListingDraft } from './listing-draft'
import { type ListingDraftCommand, listingDraftMachine } from './listing-draft-machine'
import { maySeeDraft } from './listing-draft-policy'
import type { DraftMove } from './listing-draft-schema'
import { type DraftChange, findDraft, moveDraft } from './listing-draft-store'

export type DraftAct = {
  command: ListingDraftCommand
  may: (actor: Actor, draft: ListingDraft) => Decision
  /** Asks the facts and says what changes with the state. */
  change: (draft: ListingDraft) => Promise<Result<Omit<DraftChange, 'state'>>> | Result<Omit<DraftChange, 'state'>>
  data?: Record<string, unknown>
}

/** The common body of every move of a draft: who may see it, who may move it, whether it may move, and the event. */
export async function changeDraft(
  tx: Tx,
  ctx: Context,
  { id, version }: DraftMove,
  { command, may, change, data = {} }: DraftAct,
): Promise<Result<ListingDraft>> {
  const draft = await findDraft(tx, id)
  if (!draft || !maySeeDraft(ctx.actor, draft)) return refuse({ kind: 'not-found' })
  const decision = may(ctx.actor, draft)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const edge = next<ListingDraft['state'], ListingDraftCommand>(listingDraftMachine, draft.state, command)
  if (!edge) return refuse({ kind: 'wrong-state', state: draft.state, command })
  if (draft.version !== version) return refuse({ kind: 'stale' })
  const changed = await change(draft)
  if (!changed.ok) return changed
  const moved = await moveDraft(tx, draft, version, ctx.now, { ...changed.value, state: edge.to })
  if (!moved) return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'ListingDraft', id: draft.id },
    from: draft.state,
    to: edge.to,
    data: { moduleId: draft.moduleId, supplierId: draft.supplierId, ...data },
  })
  return ok(moved)
}
