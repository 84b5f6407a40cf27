import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { ok, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { listingDraftMachine } from './listing-draft-machine'
import { findDraft, findDrafts, moveDraft } from './listing-draft-store'
import { unlist } from './own-module-store'

/** Takes modules out of the catalogue whose last day for orders is past. */
export async function endDueWithdrawals(ctx: Context): Promise<number> {
  const today = dayOf(ctx.now)
  const due = (await findDrafts(db, ['withdrawing'])).filter((draft) => draft.lastOrderDay! < today)
  const edge = listingDraftMachine.withdrawing.end
  let ended = 0
  for (const { id } of due) {
    const answer = await transaction(async (tx) => {
      const draft = await findDraft(tx, id)
      if (draft?.state !== 'withdrawing') return refuse({ kind: 'stale' })
      if (!(await moveDraft(tx, draft, draft.version, ctx.now, { state: edge.to }))) return refuse({ kind: 'stale' })
      await unlist(tx, draft.moduleId, draft.moduleVersion, today)
      await record(tx, ctx, {
        name: edge.event,
        about: { type: 'ListingDraft', id },
        from: draft.state,
        to: edge.to,
        organisationId: draft.supplierId,
        data: { moduleId: draft.moduleId, supplierId: draft.supplierId },
      })
      return ok(true)
    })
    if (answer.ok) ended++
  }
  return ended
}
