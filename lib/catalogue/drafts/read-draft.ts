import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { ListingComment, ListingDraft } from './listing-draft'
import { sectionTitle } from './listing-draft-journey'
import { findComments, findDraft, findDrafts } from './listing-draft-store'

/** A draft with the comments on it, for letters of the portal itself, so no actor is asked. */
export async function readDraft(
  tx: Tx,
  id: string,
): Promise<{ draft: ListingDraft; comments: (ListingComment & { title: string })[] } | undefined> {
  const draft = await findDraft(tx, id)
  if (!draft) return undefined
  const comments = await findComments(tx, id)
  return { draft, comments: comments.map((comment) => ({ ...comment, title: sectionTitle(comment.section) })) }
}

/** Drafts that the authority should have answered by that day (LST-3). */
export async function listDueReviews(tx: Tx, by: Day): Promise<ListingDraft[]> {
  const drafts = await findDrafts(tx, ['submitted', 'in-review'])
  return drafts.filter((draft) => draft.answerDueOn !== null && draft.answerDueOn <= by)
}
