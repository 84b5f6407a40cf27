import type { Machine } from '@/lib/platform/machine'
import type { ListingDraftState } from './listing-draft'

export type ListingDraftCommand =
  | 'save-section'
  | 'answer-comment'
  | 'discard'
  | 'submit'
  | 'recall'
  | 'start-review'
  | 'return'
  | 'approve'
  | 'publish'
  | 'supersede'
  | 'withdraw'
  | 'end'

/** The life of a listing's text (catalogue §5). */
export const listingDraftMachine = {
  draft: {
    'save-section': { to: 'draft', event: 'ListingSectionSaved' },
    'answer-comment': { to: 'draft', event: 'ListingCommentAnswered' },
    discard: { to: 'discarded', event: 'ListingDiscarded' },
    submit: { to: 'submitted', event: 'ListingSubmitted' },
  },
  submitted: {
    recall: { to: 'draft', event: 'ListingRecalled' },
    'start-review': { to: 'in-review', event: 'ListingReviewStarted' },
  },
  'in-review': {
    return: { to: 'draft', event: 'ListingReturned' },
    approve: { to: 'approved', event: 'ListingApproved' },
  },
  approved: { publish: { to: 'published', event: 'ListingPublished' } },
  published: {
    supersede: { to: 'superseded', event: 'ListingSuperseded' },
    withdraw: { to: 'withdrawing', event: 'ListingWithdrawalAnnounced' },
  },
  superseded: {},
  withdrawing: { end: { to: 'withdrawn', event: 'ListingWithdrawn' } },
  withdrawn: {},
  discarded: {},
} satisfies Machine<ListingDraftState, ListingDraftCommand>
