import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { AbsoluteView } from '@/lib/comparison/scoring/absolute-words'
import type { Day } from '@/lib/platform/days'
import type { Decision } from '@/lib/platform/decision'
import type { FrozenEntry, ProjectDecision } from '../projects/project'
import type { Criteria, Criterion, Offer } from './competition'
import type { Stack } from './stack-rules'

export type CompetitionStage = 'preparing' | 'offers' | 'scoring' | 'scored' | 'decided'
export const stageWords: Record<CompetitionStage, string> = {
  preparing: 'Being prepared',
  offers: 'Open for offers',
  scoring: 'Being scored',
  scored: 'Scored, to be decided',
  decided: 'Decided',
}

/** What everybody sees who sees a competition at all. */
export type CompetitionHead = Criteria & {
  id: string
  name: string
  description: string | null
  buyerName: string
  frameworkName: string
  stage: CompetitionStage
  deadlineAt: Date | null
  startsOn: Day
  goLiveOn: Day
  termMonths: number
  listSize: number
  /** What the need asks for, where sets of modules compete for it; empty: each module competes alone. */
  needed: string[]
}

export type CellScore = { value: number; reason: string }
/** One entry with what is scored of it: the scores of a sheet by criterion. */
export type ScoredEntryView = Pick<
  FrozenEntry,
  'id' | 'moduleId' | 'moduleName' | 'supplierName' | 'listingVersionId' | 'capabilityIds'
> & {
  /** How many scores of the own and of the agreed sheet there were: sent with the form. */
  seen: { own: number; agreed: number }
  own: Record<string, CellScore>
  agreed: Record<string, CellScore>
  /** By evaluator, once all are in. */
  others: { name: string; scores: Record<string, CellScore> }[]
}
export type EvaluatorView = {
  id: string
  interest: { conflict: boolean; statement: string } | null
  may: Decision
  allIn: boolean
  criteria: Criterion[]
  entries: ScoredEntryView[]
}

export type EvaluatorLine = {
  id: string
  name: string
  status: string
  statement: string | null
  mayBeReleased: boolean
}
export type ResultEntry = {
  entry: FrozenEntry
  offer: Offer | undefined
  band: number
  total: number
  eligible: boolean
  isWinner: boolean
  agreed: Record<string, CellScore>
}
/** A set that covers the need, at the prices that count; `id` is what a decision calls it. */
export type ResultSet = {
  id: string
  name: string
  pricePence: bigint
  band: number
  total: number
  eligible: boolean
  isWinner: boolean
}
export type ResultView = {
  /** Each module; where sets compete, with band and total of the best set that it is part of. */
  entries: ResultEntry[]
  /** Where sets compete, the best first; null: each entry competes alone. */
  sets: ResultSet[] | null
  stacks: Stack[]
  criteria: Criterion[]
  winners: string[]
  /** Names of modules without whom another would win (COM-9). */
  deciders: string[]
  /** How the entries stand by their own figures alone; beside the result, deciding nothing (ABS-1 to ABS-3). */
  views: AbsoluteView
}
export type BuyerView = {
  projectId: string
  version: number
  may: Decision
  entries: string[]
  candidates: { id: string; name: string }[]
  evaluators: EvaluatorLine[]
  /** Undefined while offers and scores are sealed (A7). */
  result: ResultView | undefined
  decision: ProjectDecision | null
}

export type SupplierEntryView = {
  entryId: string
  moduleName: string
  listPrices: PriceJson[]
  offer: Offer | undefined
  /** The number of the newest offer or withdrawal: sent with the form. */
  number: number
  earliestEnd: Day | null
  may: Decision
  isOpen: boolean
  outcome: SupplierOutcome | undefined
}
export type SupplierOutcome = {
  words: string
  /** Whether the total of `own` is that of the best set with the module. */
  ofSets: boolean
  own: { total: number; scores: { words: string; value: number; kind: Criterion['kind']; reason: string }[] } | null
  winner: { name: string; total: number } | null
}

export type CompetitionView = {
  head: CompetitionHead
  buyer: BuyerView | undefined
  evaluator: EvaluatorView | undefined
  supplier: SupplierEntryView[]
}
