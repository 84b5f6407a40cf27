import type { RouteKind } from '@/lib/catalogue/frameworks/route'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { ExclusionCode } from '@/lib/comparison/shortlist'
import type { Day } from '@/lib/platform/days'
import type { Mechanism } from './mechanism-rules'

export const projectStates = ['scoping', 'shortlisting', 'frozen', 'competing', 'scored', 'decided'] as const
export type ProjectState = (typeof projectStates)[number]
export const projectCommands = [
  'set-needs',
  'freeze',
  'edit-criteria',
  'compete',
  'offer',
  'close-offers',
  'score',
  'close-scoring',
  'decide',
  'cancel',
] as const
export type ProjectCommand = (typeof projectCommands)[number]

/** D1 and N7: a freeze takes every match, and no more than this many; SHL-1 counts a shortlist otherwise. */
export const mostMatches = 100
/** How many entries a competition has. */
export const [fewestEntrants, mostEntrants] = [2, 8] as const

/** Why a module is chosen without a competition here (procurement D3). */
export const awardReasons = {
  'only-one-meets': 'Only this one meets the need',
  'best-by-mechanism': 'It is best by the mechanism we applied to all',
  continuity: 'It continues what we run',
  urgent: 'The need is urgent',
  'held-elsewhere': 'It won a competition held elsewhere',
} as const
export type AwardReason = keyof typeof awardReasons
/** The same for every decision, as pages say it. */
export const decisionReasons: Record<string, string> = {
  ...awardReasons,
  'best-by-score': 'It has the greatest total of the competition',
  'none-suitable': 'None of them is suitable',
  cancelled: 'The project was cancelled',
}

export const outcomeWords = {
  awarded: 'Awarded',
  'none-suitable': 'None suitable',
  cancelled: 'Cancelled',
} as const
export type DecisionOutcome = keyof typeof outcomeWords

/** Why an entry goes no further: by code and in words (SHL-2). */
export type EntryReason = { code: ExclusionCode; text: string }

export type FrozenEntry = {
  id: string
  moduleId: string
  moduleVersionId: string
  listingVersionId: string
  listingSha256: string
  moduleName: string
  supplierId: string
  supplierName: string
  capabilityIds: string[]
  frameworkIds: string[]
  prices: PriceJson[]
  yearlyPence: bigint | null
  termPence: bigint | null
  label: string
  gate: string
  gateSha256: string
  /** Why the shortlist left this match out before it was frozen; null: it did not. */
  leftOut: EntryReason | null
}

export type ProjectDecision = {
  outcome: DecisionOutcome
  winnerId: string | null
  reasonCode: string
  reason: string
  /** Frozen entry id → why it was not chosen, in words. */
  exclusions: Record<string, string>
  mechanism: Mechanism | null
  agreedPrices: PriceJson[] | null
  agreedYearlyPence: bigint | null
  agreedTermPence: bigint | null
  packSha256: string
  decidedById: string
  decidedAt: Date
}

export type Needs = {
  listSize: number | null
  listSizeAsOf: Day | null
  startsOn: Day | null
  termMonths: number | null
  goLiveOn: Day | null
  description: string | null
  frameworkId: string | null
  route: RouteKind | null
}

/** The proven plan that a project follows (PLAN-2), as it was when the project was started. */
export type ProjectPlan = {
  runId: string
  evidenceSha256: string
  /** The module that the plan takes of this shortlist. */
  moduleId: string
  needs: { id: string; words: string }[]
  practices: { id: string; name: string; patients: number }[]
}

export type Project = Needs & {
  id: string
  organisationId: string
  shortlistId: string
  name: string
  state: ProjectState
  query: string | null
  previousId: string | null
  plan: ProjectPlan | null
  createdById: string
  createdAt: Date
  frozenAt: Date | null
  version: number
  entries: FrozenEntry[]
  /** Frozen entry id → why it goes no further; of a decision or of the choice who competes. */
  exclusions: Record<string, EntryReason>
  competitionId: string | null
  decision: ProjectDecision | null
}

/** What was awarded, at the price that was agreed: what an order is made of. Undefined where nothing was. */
export function awardedEntry({ entries, decision }: Pick<Project, 'entries' | 'decision'>): FrozenEntry | undefined {
  const winner = entries.find((entry) => entry.id === decision?.winnerId)
  if (!winner || !decision?.agreedPrices) return winner
  const { agreedPrices, agreedYearlyPence, agreedTermPence } = decision
  return { ...winner, prices: agreedPrices, yearlyPence: agreedYearlyPence, termPence: agreedTermPence }
}

type Colour = 'blue' | 'yellow' | 'purple' | 'green' | 'aqua-green' | 'orange'
export const projectLabels: Record<ProjectState, { words: string; colour: Colour }> = {
  scoping: { words: 'Needs to be set', colour: 'blue' },
  shortlisting: { words: 'Shortlist open', colour: 'yellow' },
  frozen: { words: 'Shortlist frozen', colour: 'purple' },
  competing: { words: 'Competition open', colour: 'orange' },
  scored: { words: 'Scored', colour: 'aqua-green' },
  decided: { words: 'Decided', colour: 'green' },
}
