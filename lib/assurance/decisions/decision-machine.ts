import type { Machine } from '@/lib/platform/machine'

/** A proposal is made into a decision by a second officer, or lapses; the event says what was decided. */
export type ProposalState = 'proposed' | 'made' | 'lapsed'
export type ProposalCommand =
  | 'second-listing'
  | 'second-refusal'
  | 'second-suspension'
  | 'second-lifting'
  | 'second-continuity'
  | 'second-removal'
  | 'second-censure'
  | 'second-waiver'
  | 'second-correction'
  | 'second-upholding'
  | 'second-dismissal'
  | 'second-dispute'
  | 'second-plan'
  | 'second-extension'
  | 'second-check-waiver'
  | 'lapse'

export const proposalMachine = {
  proposed: {
    'second-listing': { to: 'made', event: 'ModuleListed' },
    'second-refusal': { to: 'made', event: 'ListingRefused' },
    'second-suspension': { to: 'made', event: 'ModuleSuspended' },
    'second-lifting': { to: 'made', event: 'SuspensionLifted' },
    'second-continuity': { to: 'made', event: 'ContinuityDecided' },
    'second-removal': { to: 'made', event: 'ModuleRemoved' },
    'second-censure': { to: 'made', event: 'SupplierCensured' },
    'second-waiver': { to: 'made', event: 'RequirementWaived' },
    'second-correction': { to: 'made', event: 'DecisionCorrected' },
    'second-upholding': { to: 'made', event: 'AppealUpheld' },
    'second-dismissal': { to: 'made', event: 'AppealDismissed' },
    'second-dispute': { to: 'made', event: 'DisputeUpheld' },
    'second-plan': { to: 'made', event: 'PlanAccepted' },
    'second-extension': { to: 'made', event: 'PlanUpdated' },
    'second-check-waiver': { to: 'made', event: 'CheckWaived' },
    lapse: { to: 'lapsed', event: 'ProposalLapsed' },
  },
  made: {},
  lapsed: {},
} satisfies Machine<ProposalState, ProposalCommand>

export const proposalStateWords: Record<ProposalState, string> = {
  proposed: 'Proposed',
  made: 'Made',
  lapsed: 'Lapsed',
}
