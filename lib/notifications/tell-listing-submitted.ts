import 'server-only'
import { readDraft } from '@/lib/catalogue/drafts/read-draft'
import { listEverybodyWith } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

/** Tells the authority's reviewers that a listing waits, and until when. Nothing where it was taken back since. */
export async function tellListingSubmitted(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const draft = (await readDraft(tx, event.about.id))?.draft
    if (!draft?.answerDueOn) return
    await writeLetters(tx, ctx, await listEverybodyWith(tx, 'reviewer', ctx.now), {
      kind: 'listings',
      reason: String(event.id),
      subject: 'A listing waits for review',
      body: `${draft.content.name}, version ${draft.moduleVersion}.\nThe supplier expects an answer by ${dayWords(draft.answerDueOn)}.\n\n${env().publicUrl}/assurance/listings/${draft.id}`,
    })
  })
}
