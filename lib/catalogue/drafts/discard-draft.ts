import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeDraft } from './change-draft'
import type { ListingDraft } from './listing-draft'
import { mayEditDraft } from './listing-draft-policy'
import type { DraftMove } from './listing-draft-schema'

/** Throws a draft away; what is published stays as it is. */
export function discardDraft(ctx: Context, input: DraftMove): Promise<Result<ListingDraft>> {
  return transaction((tx) =>
    changeDraft(tx, ctx, input, { command: 'discard', may: mayEditDraft, change: () => ok({}) }),
  )
}
