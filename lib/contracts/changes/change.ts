import type { Day } from '@/lib/platform/days'
import type { PartySide } from '../ends/notice'

export const changeStates = ['proposed', 'impact-checked', 'funded', 'signed', 'effective', 'rejected'] as const
export type ChangeState = (typeof changeStates)[number]
export const changeLabels: Record<
  ChangeState,
  { words: string; colour: 'blue' | 'green' | 'yellow' | 'purple' | 'grey' | 'red' }
> = {
  proposed: { words: 'Being checked', colour: 'blue' },
  'impact-checked': { words: 'Waiting for funding', colour: 'yellow' },
  funded: { words: 'Waiting for signatures', colour: 'purple' },
  signed: { words: 'Signed by both sides', colour: 'blue' },
  effective: { words: 'In effect', colour: 'green' },
  rejected: { words: 'Rejected', colour: 'red' },
}

export const changeKinds = {
  value: 'The price or the quantity',
  term: 'The end: an extension',
  sites: 'More sites',
} as const
export type ChangeKind = keyof typeof changeKinds

export type Terms = { endsOn: Day; yearlyPence: bigint; totalPence: bigint }
export type TermsVersion = Terms & { number: number; effectiveOn: Day; changeId: string | null; madeAt: Date }

/** What the check found: `against` refuses the change, `notes` are to be known, `needsNotice` asks for a UK10. */
export type Impact = { against: string[]; notes: string[]; needsNotice: boolean }

export type ChangeSigned = { side: PartySide; personId: string; at: Date }
export type Change = {
  id: string
  contractId: string
  kind: ChangeKind
  side: PartySide
  proposedById: string
  proposedAt: Date
  reason: string
  terms: Terms
  addedPracticeIds: string[]
  effectiveOn: Day
  termsHash: string
  state: ChangeState
  impact: Impact | null
  fundingRequestId: string | null
  notice: { reference: string; publishedOn: Day } | null
  rejectedBecause: string | null
  signatures: ChangeSigned[]
  version: number
}

/** What the change adds to the whole life of the contract; negative where it costs less. */
export const extraPence = (terms: Terms, present: Terms): bigint => terms.totalPence - present.totalPence

export const changeDone: Record<string, string> = {
  proposed: 'The change is proposed. The portal checks what it means.',
  'funding-asked': 'The payer is asked for the money.',
  signed: 'Your signature stands.',
  notice: 'The contract change notice is recorded.',
  effective: 'The change is in effect.',
  rejected: 'The change is rejected.',
}
