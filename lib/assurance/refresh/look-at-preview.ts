import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { findStandardDraft } from '../standards/standard-draft-store'
import { maySeeDrafts } from '../standards/standard-policy'
import { addLook } from './preview-store'

/** An author or officer has looked at the preview of this very text: publishing asks for that, not more than 7 days ago (RF-02). */
export function lookAtPreview(
  ctx: Context,
  { id, contentSha256 }: { id: string; contentSha256: string },
): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const draft = maySeeDrafts(ctx.actor) ? await findStandardDraft(tx, id) : undefined
    if (!draft) return refuse({ kind: 'not-found' })
    if (draft.contentSha256 !== contentSha256) return refuse({ kind: 'stale' })
    await addLook(tx, { standardVersionId: id, contentSha256, lookedById: ctx.actor.userId, lookedAt: ctx.now })
    await record(tx, ctx, {
      name: 'RefreshPreviewed',
      about: { type: 'StandardVersion', id },
      data: { contentSha256 },
    })
    return ok({ id })
  })
}
