import type { Day } from '@/lib/platform/days'
import type { Listing, Product } from '../listing'

export type ListingDraftState =
  | 'draft'
  | 'submitted'
  | 'in-review'
  | 'approved'
  | 'published'
  | 'superseded'
  | 'withdrawing'
  | 'withdrawn'
  | 'discarded'

export const listingDraftStateWords: Record<ListingDraftState, string> = {
  draft: 'Draft',
  submitted: 'Waiting for review',
  'in-review': 'In review',
  approved: 'Approved',
  published: 'Published',
  superseded: 'Replaced by a newer one',
  withdrawing: 'Being withdrawn',
  withdrawn: 'Withdrawn',
  discarded: 'Discarded',
}

/** Who must act next. */
export const whoHasIt: Record<ListingDraftState, string> = {
  draft: 'You have it: complete it, then a signatory submits it',
  submitted: 'The authority has it: nobody has begun to read it',
  'in-review': 'The authority has it: a reviewer is reading it',
  approved: 'Nobody: it is published by itself on its day',
  published: 'Nobody: everybody can read it',
  superseded: 'Nobody: a newer text is in force',
  withdrawing: 'Nobody: it leaves the catalogue after the last day for orders',
  withdrawn: 'Nobody: it has left the catalogue',
  discarded: 'Nobody: it was discarded',
}

/** States in which a module has a draft on its way: at most one (LST-1). */
export const openStates: ListingDraftState[] = ['draft', 'submitted', 'in-review', 'approved']

export type ListingDraft = {
  id: string
  moduleId: string
  supplierId: string
  moduleVersion: string
  content: Listing
  state: ListingDraftState
  version: number
  submittedAt: Date | null
  answerDueOn: Day | null
  reviewerId: string | null
  publishOn: Day | null
  lastOrderDay: Day | null
}

export type ListingComment = {
  id: string
  section: string
  text: string
  authorId: string
  at: Date
  /** The comment that this answers; null: a reviewer's own. */
  answersId: string | null
}

/** A text with nothing stated yet. */
export const emptyListing = (version: string, product: Product = 'module'): Listing => ({
  schemaVersion: 1,
  ...(product === 'module' ? {} : { product }),
  name: '',
  aliases: [],
  version,
  summary: '',
  description: '',
  link: null,
  pilot: false,
  frameworkIds: [],
  features: [],
  capabilities: [],
  prices: [],
  requires: [],
  services: [],
  integrations: [],
  implementation: { text: null, weeksFrom: null, weeksTo: null },
  applications: [],
  hosting: [],
  supportHours: null,
  roadMap: [],
})
