import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { StandardDraft } from './standard-draft'
import { contentSha256 } from './standard-draft-rules'
import type { DraftMove } from './standard-draft-schema'
import { findStandardDraft, saveStandardDraft } from './standard-draft-store'
import { mayDraftStandard, maySeeDrafts } from './standard-policy'
import { standardVersionMachine } from './standard-version-machine'

type Change = Partial<Pick<StandardDraft, 'content' | 'difference'>>

/** The common body of every edit: who may, whether it is still a draft, whether they saw what they change; then the new hash and the event. */
export function changeDraft(
  ctx: Context,
  { id, version }: DraftMove,
  part: string,
  change: (draft: StandardDraft, tx: Tx) => Promise<Result<Change>> | Result<Change>,
): Promise<Result<StandardDraft>> {
  return transaction(async (tx) => {
    const draft = await findStandardDraft(tx, id)
    if (!draft || !maySeeDrafts(ctx.actor)) return refuse({ kind: 'not-found' })
    const decision = mayDraftStandard(ctx.actor)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (draft.state !== 'draft') return refuse({ kind: 'wrong-state', state: draft.state, command: 'edit' })
    if (draft.version !== version) return refuse({ kind: 'stale' })
    const changed = await change(draft, tx)
    if (!changed.ok) return changed
    const now = { ...draft, ...changed.value }
    const saved = await saveStandardDraft(tx, draft, version, {
      content: now.content,
      difference: now.difference,
      contentSha256: contentSha256(draft.standardId, now.content, now.difference),
      changedAt: ctx.now,
    })
    if (!saved) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: standardVersionMachine.draft.edit.event,
      about: { type: 'StandardVersion', id },
      from: 'draft',
      to: 'draft',
      data: { part, contentSha256: saved.contentSha256 },
    })
    return ok(saved)
  })
}
