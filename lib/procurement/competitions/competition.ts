import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Weekday } from '@/lib/catalogue/service-levels'
import type { Day } from '@/lib/platform/days'

export const elementKinds = ['features', 'implementation', 'interoperability', 'service-levels'] as const
export type ElementKind = (typeof elementKinds)[number]
export const elementWords: Record<ElementKind, string> = {
  features: 'Features',
  implementation: 'Implementation',
  interoperability: 'Interoperability',
  'service-levels': 'Service levels',
}

/** `each`: a must of every module of a set; without it one module of the set that meets it is enough. */
export type Feature = { id: string; text: string; level: 'must' | 'should'; each?: true }
type Weighted = { weight: number }
/** What else counts than the price (COM-3); its kind is its id, because each stands once. */
export type Element =
  | (Weighted & { kind: 'features'; features: Feature[] })
  | (Weighted & { kind: 'implementation'; text: string })
  | (Weighted & { kind: 'interoperability'; types: string[] })
  | (Weighted & { kind: 'service-levels'; from: string; until: string; days: Weekday[]; bankHolidays: boolean })

/** What quality is to the buyer, said before the opening; it decides nothing (ABS-1, ABS-3). */
export type QualityGuide = {
  /** The least mean of the agreed scores that is good enough, 1 to 5; null where none is set. */
  floor: number | null
  /** By element, what the scores 1 to 5 are worth over the term: whole pence as text, never falling. None: no values. */
  values: { kind: ElementKind; pence: string[] }[]
}

export type Criteria = { priceWeight: number; elements: Element[]; quality?: QualityGuide | null }

export const scoreWords: Record<number, string> = {
  1: 'Not met',
  2: 'Weak',
  3: 'Adequate',
  4: 'Good',
  5: 'More than met',
}
export const agreedSheet = 'agreed'

/** Something to score: an element from 1 to 5, or a must-feature with yes (1) or no (0). */
export type Criterion = { id: string; kind: 'element' | 'must'; words: string; each?: true }

export type Entrant = { entryId: string; supplierId: string }
export type Offer = {
  id: string
  entryId: string
  number: number
  kind: 'offer' | 'withdrawal'
  prices: PriceJson[]
  yearlyPence: bigint | null
  termPence: bigint | null
  validUntil: Day | null
  sha256: string
  submittedById: string
  submittedAt: Date
}
export type Evaluator = {
  id: string
  personId: string
  invitedById: string
  invitedAt: Date
  releasedAt: Date | null
  releasedReason: string | null
  interest: { conflict: boolean; statement: string; declaredAt: Date } | null
}
export type Score = {
  entryId: string
  criterionId: string
  sheet: string
  number: number
  value: number
  reason: string
  evaluatorId: string
  givenAt: Date
}

export type Competition = Criteria & {
  id: string
  projectId: string
  organisationId: string
  openedAt: Date | null
  deadlineAt: Date | null
  offerDays: number | null
  offersClosedAt: Date | null
  scoresOpenedAt: Date | null
  entrants: Entrant[]
  evaluators: Evaluator[]
}

/** Evaluators who score: they have declared no conflict and are not released. */
export const scoring = (evaluators: Evaluator[]): Evaluator[] =>
  evaluators.filter((e) => e.releasedAt === null && e.interest !== null && !e.interest.conflict)
