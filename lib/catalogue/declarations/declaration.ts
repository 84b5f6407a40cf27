import type { Day } from '@/lib/platform/days'

export type DeclarationOutcome = 'pass' | 'review' | 'fail'
export type DeclarationState = 'passed' | 'in-review' | 'failed'

export const declarationStateWords: Record<DeclarationState, string> = {
  passed: 'Passed',
  'in-review': 'With the authority',
  failed: 'Failed',
}

/** One answered question, in the words that were asked: the record reads the same when the questions have changed. */
export type AnsweredQuestion = {
  id: string
  section: string
  question: string
  answer: string
  detail: string | null
  outcome: DeclarationOutcome
}

/** A supplier's dated statement about itself (SUP-3). Its text never changes; only the authority's word about it is added. */
export type Declaration = {
  id: string
  supplierId: string
  state: DeclarationState
  version: number
  answers: AnsweredQuestion[]
  sha256: string
  declaredOn: Day
  /** The last day on which it counts, twelve months on. */
  validUntil: Day
  declaredById: string
  decidedOn: Day | null
  reason: string | null
}

/** What a supplier's declarations say on a day. */
export type DeclarationStanding =
  | { kind: 'none' }
  | { kind: 'valid'; declaration: Declaration; daysLeft: number }
  | { kind: 'expired' | 'failed' | 'in-review'; declaration: Declaration }
