import 'server-only'
import { readDraft } from '@/lib/catalogue/drafts/read-draft'
import { listRoleHolders } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

/** Tells the supplier's editors and signatories that the authority has returned or approved their listing. */
export async function tellListingAnswered(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const found = await readDraft(tx, event.about.id)
    if (!found) return
    const { draft, comments } = found
    const said = comments.filter((c) => c.answersId === null && c.at.getTime() === event.at.getTime())
    const returned = event.name === 'ListingReturned'
    const body = returned
      ? `The authority has returned ${draft.content.name} with comments:\n\n${said.map((c) => `${c.title}: ${c.text}`).join('\n\n')}`
      : `The authority has approved ${draft.content.name}. It is published on ${dayWords(String(event.data.publishOn))}.`
    const people = [
      ...(await listRoleHolders(tx, draft.supplierId, 'supplier-editor', ctx.now)),
      ...(await listRoleHolders(tx, draft.supplierId, 'supplier-signatory', ctx.now)),
    ]
    await writeLetters(tx, ctx, people, {
      kind: 'listings',
      reason: String(event.id),
      subject: returned ? 'Your listing has come back with comments' : 'Your listing is approved',
      body: `${body}\n\n${env().publicUrl}/supplier/listings/${draft.id}`,
    })
  })
}
