import type { Day } from '@/lib/platform/days'

export const letterRhythms = ['at-once', 'daily', 'weekly', 'none'] as const
export type LetterRhythm = (typeof letterRhythms)[number]
export const rhythmLabels: Record<LetterRhythm, string> = {
  'at-once': 'A letter at once',
  daily: 'One letter a day',
  weekly: 'One letter a week, on Mondays',
  none: 'No letter, only the list of notifications',
}

/**
 * Kinds of letters. `free`: its reader may want none. `bound`: it asks somebody to act, so a digest is the least. `fixed`: at
 * once and always, because it must be provable or has a rhythm of its own.
 */
export const letterKinds = {
  funding: { words: 'Funding requests', rule: 'bound' },
  orders: { words: 'Orders and the projects before them: named, decided, proposed, answered', rule: 'bound' },
  competitions: { words: 'Competitions, their offers and scores', rule: 'bound' },
  contracts: { words: 'Last days to give notice', rule: 'bound' },
  invoices: { words: 'Invoices: what is to be done, issued, overdue and paid', rule: 'bound' },
  switches: { words: 'Switches: moves, days that are due, and what is late', rule: 'bound' },
  listings: { words: 'Listings and their reviews', rule: 'free' },
  declarations: { words: 'Declarations of suppliers', rule: 'bound' },
  assessments: { words: 'Assessments and decisions', rule: 'bound' },
  'non-conformities': { words: 'Non-conformities, plans and their clocks', rule: 'bound' },
  standards: { words: 'New standard versions', rule: 'bound' },
  tests: { words: 'Test runs and endpoints', rule: 'free' },
  dependencies: { words: 'What suppliers say of each other', rule: 'free' },
  labels: { words: 'Changes you asked to hear of', rule: 'fixed' },
  notices: { words: 'Notices about systems you use', rule: 'fixed' },
} as const satisfies Record<string, { words: string; rule: 'free' | 'bound' | 'fixed' }>
export type LetterKind = keyof typeof letterKinds
export const isLetterKind = (kind: string): kind is LetterKind => Object.hasOwn(letterKinds, kind)

export type Notification = {
  id: string
  kind: LetterKind
  subject: string
  text: string
  path: string
  createdAt: Date
  readAt: Date | null
}
export type NotificationView = Omit<Notification, 'createdAt' | 'readAt'> & { at: Date; on: Day; isRead: boolean }
