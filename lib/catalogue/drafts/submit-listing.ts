import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { addWorkingDays } from '@/lib/platform/working-days'
import { declarationObstacle } from '../declarations/declaration-rules'
import { readDeclarationStanding } from '../declarations/get-declaration'
import { listingSchema } from '../listing-schema'
import { changeDraft } from './change-draft'
import type { ListingDraft } from './listing-draft'
import { missingSections } from './listing-draft-journey'
import { maySignForListing } from './listing-draft-policy'
import type { DraftMove } from './listing-draft-schema'
import { findInForce, findNoticeDays, findOwnModule } from './own-module-store'
import { noticeDaysOf, priceNoticeProblems } from './price-notice-rules'
import { reviewDays } from './review-clock-rules'

/** Gives a complete draft to the authority, which answers within ten working days (LST-2, LST-3), if the supplier has a valid declaration (SUP-3). */
export function submitListing(ctx: Context, input: DraftMove): Promise<Result<ListingDraft>> {
  const today = dayOf(ctx.now)
  return transaction((tx) =>
    changeDraft(tx, ctx, input, {
      command: 'submit',
      may: maySignForListing,
      change: async (draft) => {
        const problems = await problemsOf(tx, draft, today)
        if (problems.length > 0) return refuse({ kind: 'invalid', fields: { form: problems } })
        return ok({
          submittedById: ctx.actor.userId,
          submittedAt: ctx.now,
          answerDueOn: addWorkingDays(today, reviewDays),
          reviewerId: null,
        })
      },
    }),
  )
}

async function problemsOf(tx: Tx, draft: ListingDraft, today: string): Promise<string[]> {
  const missing = missingSections(draft.content)
  if (missing.length > 0) return missing.map((section) => `Complete the section “${section.title}”`)
  if (!listingSchema.safeParse(draft.content).success)
    return ['Open each section once more: something in it is too long']
  const obstacle = declarationObstacle(await readDeclarationStanding(tx, draft.supplierId, today))
  return obstacle ? [obstacle] : priceProblems(tx, draft, today)
}

/** What PRC-13 says about the draft's prices if they are announced on that day. */
export async function priceProblems(tx: Tx, draft: ListingDraft, announcedOn: string): Promise<string[]> {
  const module = await findOwnModule(tx, draft.moduleId)
  const inForce = module && (await findInForce(tx, module.currentListingId))
  const frameworks = [...draft.content.frameworkIds, ...(inForce?.content.frameworkIds ?? [])]
  const notice = noticeDaysOf(await findNoticeDays(tx, frameworks))
  return priceNoticeProblems(inForce?.content.prices, draft.content.prices, announcedOn, notice)
}
