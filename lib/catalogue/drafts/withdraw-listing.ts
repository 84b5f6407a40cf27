import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { adoptListing } from './adopt-listing'
import { changeDraft } from './change-draft'
import type { ListingDraft } from './listing-draft'
import { isOwn, maySignForListing } from './listing-draft-policy'
import type { WithdrawListing } from './listing-draft-schema'
import { findOpenDraft } from './listing-draft-store'
import { findOwnModule } from './own-module-store'

/** Days that buyers have left at least to order after a withdrawal is announced. */
export const withdrawalDays = 30

/** Announces that a module leaves the catalogue after a last day for orders. Contracts in force run on (LST-5). */
export function withdrawListing(
  ctx: Context,
  { moduleId, lastOrderDay }: WithdrawListing,
): Promise<Result<ListingDraft>> {
  return transaction(async (tx) => {
    const module = await findOwnModule(tx, moduleId)
    if (!module || !isOwn(ctx.actor, module)) return refuse({ kind: 'not-found' })
    const decision = maySignForListing(ctx.actor, module)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (lastOrderDay < addDays(dayOf(ctx.now), withdrawalDays))
      return invalidField('lastOrderDay', `The last day for orders must be at least ${withdrawalDays} days from today`)
    if (await findOpenDraft(tx, moduleId))
      return refuse({ kind: 'conflict', because: 'This module has an open draft: recall and discard it first' })
    const inForce = await adoptListing(tx, ctx, moduleId)
    if (!inForce) return refuse({ kind: 'conflict', because: 'Nothing of this module is published' })
    return changeDraft(tx, ctx, inForce, {
      command: 'withdraw',
      may: maySignForListing,
      data: { lastOrderDay },
      change: () => ok({ lastOrderDay }),
    })
  })
}
