import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import type { ListingDraftState } from './listing-draft'

type Owned = { supplierId: string }

/** The supplier's own people see a draft; the authority's reviewers only while it is with them, and what came of it. */
export function maySeeDraft(actor: Actor, draft: Owned & { state: ListingDraftState }): boolean {
  const isTheirs = draft.state !== 'draft' && draft.state !== 'discarded'
  return isOwn(actor, draft) || (grantOf(actor, 'reviewer') !== undefined && isTheirs)
}

/** An editor or a signatory of the supplier writes. */
export function mayEditDraft(actor: Actor, draft: Owned): Decision {
  return isOwn(actor, draft) ? allow : deny('Only the supplier’s own editors can change this')
}

/** Submitting, recalling and withdrawing bind the supplier: a signatory's act. */
export function maySignForListing(actor: Actor, draft: Owned): Decision {
  return grantOf(actor, 'supplier-signatory', draft.supplierId)
    ? allow
    : deny('Only a signatory of the supplier can do this')
}

/** A reviewer decides, unless they hold any role in that supplier (catalogue §2). */
export function mayReviewListing(actor: Actor, draft: Owned): Decision {
  if (!grantOf(actor, 'reviewer')) return deny('Only a reviewer of the authority can do this')
  if (belongsTo(actor, draft.supplierId)) return deny('You hold a role in this supplier: another reviewer must decide')
  return allow
}

/** Whether the actor writes for that supplier. */
export const isOwn = (actor: Actor, { supplierId }: Owned): boolean =>
  grantOf(actor, 'supplier-editor', supplierId) !== undefined ||
  grantOf(actor, 'supplier-signatory', supplierId) !== undefined
