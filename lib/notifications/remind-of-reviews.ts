import 'server-only'
import { listDueReviews } from '@/lib/catalogue/drafts/read-draft'
import { listEverybodyWith } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { dayOf, dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import { transaction } from '@/lib/platform/transaction'
import { addWorkingDays } from '@/lib/platform/working-days'
import { writeLetters } from './write-letters'

/** Reminds the reviewers two working days before an answer is due, and once more when it is overdue (LST-3). */
export async function remindOfReviews(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now)
  await transaction(async (tx) => {
    const due = await listDueReviews(tx, addWorkingDays(today, 2))
    if (due.length === 0) return
    const reviewers = await listEverybodyWith(tx, 'reviewer', ctx.now)
    for (const { id, content, answerDueOn } of due) {
      const overdue = answerDueOn! < today
      await writeLetters(tx, ctx, reviewers, {
        kind: 'listings',
        reason: `review/${id}/${answerDueOn}/${overdue ? 'overdue' : 'near'}`,
        subject: overdue ? 'A review is overdue' : 'A review is due soon',
        body: `${content.name}: the answer ${overdue ? 'was' : 'is'} due on ${dayWords(answerDueOn!)}.\n\n${env().publicUrl}/assurance/listings/${id}`,
      })
    }
  })
}
