import type { Day } from '@/lib/platform/days'

/** watching: under remediation. at-risk: suspended. leaving: removed. ended: nothing of that holds any more. */
export const caseStates = ['watching', 'at-risk', 'leaving', 'ended'] as const
export type CaseState = (typeof caseStates)[number]

/** Why a case ended. */
export const caseEndings = ['mended', 'lifted', 'corrected', 'not-in-use'] as const
export type CaseEnding = (typeof caseEndings)[number]

/** What a practice has to decide because its module lost its standing: one open case a contract (assurance §9). */
export type ExitCase = {
  id: string
  contractId: string
  practiceId: string
  payerId: string
  supplierId: string
  moduleVersionId: string
  moduleName: string
  state: CaseState
  openedOn: Day
  /** The day of its present state. */
  movedOn: Day
  /** The first day on which the module can be switched off; null while it need not be left. */
  exitBy: Day | null
  ending: CaseEnding | null
  version: number
}

export const caseLabels: Record<CaseState, { words: string; colour: 'yellow' | 'orange' | 'red' | 'grey' }> = {
  watching: { words: 'Under remediation: watch it', colour: 'yellow' },
  'at-risk': { words: 'Suspended: you may leave', colour: 'orange' },
  leaving: { words: 'Removed: you must leave', colour: 'red' },
  ended: { words: 'Ended', colour: 'grey' },
}

export const endingWords: Record<CaseEnding, string> = {
  mended: 'What was breached is mended',
  lifted: 'The suspension is lifted',
  corrected: 'The decision was corrected',
  'not-in-use': 'The practice uses it no longer',
}

/** What each state means for the practice (assurance §9). */
export const caseMeaning: Record<Exclude<CaseState, 'ended'>, string[]> = {
  watching: [
    'The system stays in use. Its supplier has a plan with a day on which the fault is mended.',
    'Orders that nobody has signed rest for 14 days. After that the payer must accept the risk in writing.',
    'Check now that you could get a full export of your records.',
  ],
  'at-risk': [
    'The system stays in use and your contract runs on. Nobody turns it off.',
    'The contract cannot be renewed or made larger, and no new order can be signed.',
    'You may open a switch to another system now. The payer is asked to keep money ready for it.',
  ],
  leaving: [
    'The system stays in use until you have moved. Nobody turns it off before that.',
    'Orders that nobody had signed are void. No new money can be committed to it.',
    'You must move to another system. It ends only after a full export has been verified.',
  ],
}
