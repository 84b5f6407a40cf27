import type { RouteKind } from '@/lib/catalogue/frameworks/route'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { ExclusionCode } from '@/lib/comparison/shortlist'
import type { Day } from '@/lib/platform/days'

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

/** What made a direct award objective: which way of choosing, what went into it and what came out (D3). */
export type Mechanism = {
  kind: AwardReason
  words: string
  /** Entries that were weighed, with the price over the term in pence; null: it depends on use. */
  input: { entryId: string; termPence: string | null }[]
  /** Entries that came out best. */
  best: string[]
  /** Of an urgent award: the last day for its review. */
  reviewBy: string | null
  /** Where the need names capabilities: which, and the sets of entries that were compared by their whole cost in pence. */
  needed?: string[]
  sets?: { entryIds: string[]; termPence: string }[]
}

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

/**
 * The prices at which a winner is bought, in pence without VAT: what it offered, or its list price with the use that is expected.
 * `expectedMonthly`: units of each price that each practice expects in a month; 0 where it is not by use.
 */
export type Agreement = { prices: PriceJson[]; yearlyPence: bigint; termPence: bigint; expectedMonthly?: number[] }
/** A frozen entry as it was awarded. */
export type AwardedEntry = FrozenEntry & Pick<Agreement, 'expectedMonthly'>

export type ProjectDecision = {
  outcome: DecisionOutcome
  /** The only winner; null: none, or several. */
  winnerId: string | null
  /** Every winner: one, or several that cover the need together. */
  winnerIds: string[]
  reasonCode: string
  reason: string
  /** Frozen entry id → why it was not chosen, in words. */
  exclusions: Record<string, string>
  mechanism: Mechanism | null
  agreedPrices: PriceJson[] | null
  agreedYearlyPence: bigint | null
  agreedTermPence: bigint | null
  /** Winner → what it offered for in a set, or with which use it is priced; the offer of a single winner stands above. */
  agreements: Record<string, Agreement>
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
  /** What the need asks for; empty: each match is held to meet it alone. */
  capabilityIds: string[]
}

/** The proven plan that a project follows (PLAN-2), as it was when the project was started. */
export type ProjectPlan = {
  runId: string
  evidenceSha256: string
  /** The module that the plan takes of this shortlist. */
  moduleId: string
  /** Where the project is for the whole plan: every module that it buys, each from a shortlist of its own. */
  moduleIds?: string[]
  needs: { id: string; words: string }[]
  practices: { id: string; name: string; patients: number }[]
}

/** A practice for which a commissioner runs a project; its list is the quantity that it needs. Kept as it was when it was named. */
export type ProjectPractice = { practiceId: string; code: string; name: string; listSize: number; listSizeAsOf: Day }

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
  /** In a commissioner's project: for whom it buys. Empty: the practice that runs it buys for itself. */
  practices: ProjectPractice[]
  decision: ProjectDecision | null
}

/** The lists by which a project is priced: of the practice that runs it, or of each for which a commissioner does. */
export const listsOf = ({ listSize, practices }: Pick<Project, 'listSize' | 'practices'>): number[] =>
  practices.length > 0 ? practices.map((practice) => practice.listSize) : [listSize!]

type Awarded = Pick<Project, 'entries' | 'decision'>

/** The one that was awarded, at the price that was agreed. Undefined where nothing was, or several together. */
export function awardedEntry({ entries, decision }: Awarded): AwardedEntry | undefined {
  const winner = entries.find((entry) => entry.id === decision?.winnerId)
  if (!winner || !decision?.agreedPrices) return winner && { ...winner, ...decision?.agreements?.[winner.id] }
  const { agreedPrices, agreedYearlyPence, agreedTermPence } = decision
  return { ...winner, prices: agreedPrices, yearlyPence: agreedYearlyPence, termPence: agreedTermPence }
}

/** Everything that was awarded, at the prices that were agreed, by supplier and name: what orders are made of. */
export function awardedEntries(project: Awarded): AwardedEntry[] {
  const one = awardedEntry(project)
  if (one) return [one]
  const { winnerIds = [], agreements = {} } = project.decision ?? {}
  return project.entries
    .filter((entry) => winnerIds.includes(entry.id))
    .map((entry) => ({ ...entry, ...agreements[entry.id] }))
    .toSorted((a, b) => a.supplierName.localeCompare(b.supplierName, 'en-GB') || (a.moduleName < b.moduleName ? -1 : 1))
}

/** What modules cost together over the term, in pence without VAT; null where a price depends on use. */
export const togetherPence = (entries: Pick<FrozenEntry, 'termPence'>[]): bigint | null =>
  entries.reduce<bigint | null>(
    (sum, { termPence }) => (sum === null || termPence === null ? null : sum + termPence),
    0n,
  )

type Colour = 'blue' | 'yellow' | 'purple' | 'green' | 'aqua-green' | 'orange'
export const projectLabels: Record<ProjectState, { words: string; colour: Colour }> = {
  scoping: { words: 'Needs to be set', colour: 'blue' },
  shortlisting: { words: 'Shortlist open', colour: 'yellow' },
  frozen: { words: 'Shortlist frozen', colour: 'purple' },
  competing: { words: 'Competition open', colour: 'orange' },
  scored: { words: 'Scored', colour: 'aqua-green' },
  decided: { words: 'Decided', colour: 'green' },
}

/** What a page says after an act. */
export const projectDone: Record<string, string> = {
  needs: 'What you need is saved.',
  frozen: 'The shortlist is frozen.',
  decided: 'The decision is recorded, with its evidence.',
  cancelled: 'The project is cancelled.',
  again: 'A new project is started from the old one.',
  'from-plan': 'The project is started from the plan.',
}
