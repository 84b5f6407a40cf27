export const subscriptionKinds = ['module', 'supplier', 'standard', 'capability'] as const
export type SubscriptionKind = (typeof subscriptionKinds)[number]
export const rhythms = ['at-once', 'daily', 'weekly'] as const
export type Rhythm = (typeof rhythms)[number]
export const rhythmWords: Record<Rhythm, string> = { 'at-once': 'At once', daily: 'Once a day', weekly: 'Once a week' }
export const kindWords: Record<SubscriptionKind, string> = {
  module: 'Module',
  supplier: 'Supplier',
  standard: 'Standard',
  capability: 'Capability',
}

/** What one person wants to hear of, and how often (NT-01). */
export type Subscription = {
  id: string
  personId: string
  kind: SubscriptionKind
  subjectId: string
  rhythm: Rhythm
  createdAt: Date
  /** Changes up to this instant have been told. */
  toldUntil: Date
}

/** A label that changed, and everything by which somebody may have asked to hear of it. */
export type LabelChange = {
  id: string
  moduleVersionId: string
  moduleId: string
  supplierId: string
  capabilityIds: string[]
  standardIds: string[]
  fromKind: string
  toKind: string
  fromWords: string
  toWords: string
  at: Date
}

/** How many a person may have. */
export const mostSubscriptions = 200
