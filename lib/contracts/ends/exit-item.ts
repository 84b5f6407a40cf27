import type { Day } from '@/lib/platform/days'

/** Whose word it is that a thing of the exit list is done. */
export type ExitSide = 'practice' | 'supplier' | 'payer'

/** What must be done before a contract is closed (H4): each by its side, on a day, with what shows it. */
export const exitItems = {
  'full-export-verified': { side: 'practice', words: 'The full export is verified' },
  'data-returned': { side: 'practice', words: 'The data is returned, and the reconciliation report is clean' },
  'read-only-agreed': { side: 'payer', words: 'The days of read-only access to the old system are agreed' },
  'access-ended': { side: 'practice', words: 'Access to the old system is ended' },
  'deletion-certificate': { side: 'supplier', words: 'The deletion certificate is issued' },
  'last-invoice': { side: 'payer', words: 'The last invoice is settled' },
  'termination-notice': {
    side: 'payer',
    words: 'The contract termination notice (UK11) is published, or not required',
  },
} as const satisfies Record<string, { side: ExitSide; words: string }>

export type ExitKey = keyof typeof exitItems
export const exitKeys = Object.keys(exitItems) as ExitKey[]
export const exitSides: Record<ExitSide, string> = {
  practice: 'the practice manager',
  supplier: 'a signatory of the supplier',
  payer: 'a funding approver of the payer',
}

export type ExitItem = { key: ExitKey; doneOn: Day; evidence: string; recordedById: string; recordedAt: Date }

/** The items that nobody has done yet, in the order of the list. */
export const openItems = (done: Pick<ExitItem, 'key'>[]): ExitKey[] =>
  exitKeys.filter((key) => !done.some((item) => item.key === key))
