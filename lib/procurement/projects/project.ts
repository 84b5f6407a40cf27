import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Day } from '@/lib/platform/days'

export const projectStates = ['scoping', 'shortlisting', 'frozen', 'decided'] as const
export type ProjectState = (typeof projectStates)[number]
export type ProjectCommand = 'set-needs' | 'freeze' | 'decide'

/** Why a module is chosen without a competition (procurement D3). */
export const awardReasons = {
  'only-one-meets': 'Only this one meets the need',
  'best-by-mechanism': 'It is best by the mechanism we applied to all',
  continuity: 'It continues what we run',
  urgent: 'The need is urgent',
} as const
export type AwardReason = keyof typeof awardReasons

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
  prices: PriceJson[]
  yearlyPence: bigint | null
  termPence: bigint | null
  label: string
  gate: string
  gateSha256: string
}

export type ProjectDecision = {
  outcome: 'awarded' | 'none-suitable' | 'cancelled'
  winnerId: string | null
  reasonCode: string
  reason: string
  exclusions: Record<string, string>
  packSha256: string
  decidedById: string
  decidedAt: Date
}

export type Project = {
  id: string
  organisationId: string
  shortlistId: string
  name: string
  state: ProjectState
  listSize: number | null
  listSizeAsOf: Day | null
  startsOn: Day | null
  termMonths: number | null
  createdById: string
  createdAt: Date
  frozenAt: Date | null
  version: number
  entries: FrozenEntry[]
  decision: ProjectDecision | null
}

export const projectLabels: Record<ProjectState, { words: string; colour: 'blue' | 'yellow' | 'purple' | 'green' }> = {
  scoping: { words: 'Needs to be set', colour: 'blue' },
  shortlisting: { words: 'Shortlist open', colour: 'yellow' },
  frozen: { words: 'Shortlist frozen', colour: 'purple' },
  decided: { words: 'Decided', colour: 'green' },
}
