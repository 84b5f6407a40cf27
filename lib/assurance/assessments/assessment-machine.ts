import type { Machine } from '@/lib/platform/machine'
import type { AssessmentState } from './assessment'

export type AssessmentCommand =
  | 'answer'
  | 'submit'
  | 'pass'
  | 'return'
  | 'ready'
  | 'finish'
  | 'list'
  | 'refuse'
  | 'withdraw'

const back = { return: { to: 'declared', event: 'AssessmentReturned' } } as const
const withdraw = { withdraw: { to: 'withdrawn', event: 'ClaimWithdrawn' } } as const

/** From the claim to the listing (assurance §4); what claims nothing new ends without one. What happens to a listed module is the decisions' business. */
export const assessmentMachine = {
  declared: {
    answer: { to: 'declared', event: 'AssessmentAnswered' },
    submit: { to: 'pre-check', event: 'AssessmentSubmitted' },
    ...withdraw,
  },
  'pre-check': { pass: { to: 'capability-review', event: 'AssessmentAdvanced' }, ...back, ...withdraw },
  'capability-review': { pass: { to: 'standards-review', event: 'AssessmentAdvanced' }, ...back, ...withdraw },
  'standards-review': {
    ready: { to: 'for-decision', event: 'AssessmentAdvanced' },
    finish: { to: 'finished', event: 'AssessmentFinished' },
    ...back,
    ...withdraw,
  },
  'for-decision': {
    list: { to: 'listed', event: 'ModuleListed' },
    refuse: { to: 'declared', event: 'ListingRefused' },
    ...withdraw,
  },
  listed: {},
  finished: {},
  withdrawn: {},
} satisfies Machine<AssessmentState, AssessmentCommand>
