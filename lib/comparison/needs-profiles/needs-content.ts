import type { ApplicationType, Hosting } from '@/lib/catalogue/listing'
import type { Limits, ModuleOfToday, PenceText } from '@/lib/comparison/optimiser/choice'
import type { Day } from '@/lib/platform/days'

/** Standings with which a module may be chosen anew. The last is taken only by choice, with a warning (choosing §1). */
export const standingsToAccept = {
  conformant: 'Conformant',
  'work-off': 'Conformant with work-off',
  'not-assessed': 'Not assessed',
} as const
export type AcceptedStanding = keyof typeof standingsToAccept

/** How sure it must be that a module works beside the record system (DEP-1). */
export const pairingWords = {
  claimed: 'Its supplier says so',
  confirmed: 'The other supplier confirms it, or a test proved it',
  proven: 'A test of the pair proved it',
} as const
export type AcceptedPairing = keyof typeof pairingWords

/** A capability that must be covered, with the epics that must be met beside its MUST epics. */
export type NeededCapability = { capabilityId: string; epicIds: string[] }
/** A capability, or one epic of it, and what it is worth: 1–9. */
export type WishedFor = { capabilityId: string; epicId: string | null; worth: number }
/** A module of today, with the name it had when it was entered. */
export type ProfileToday = ModuleOfToday & { moduleName: string }
/** A list size that was typed instead of the published one (QTY-1). */
export type TypedSize = { practiceId: string; patients: number; reason: string }
export type Accepted = {
  standings: AcceptedStanding[]
  /** Only capabilities that were assessed as met count (CAT-2). */
  provenOnly: boolean
  pairing: AcceptedPairing
  /** Empty: every one. */
  hostings: Hosting[]
  applications: ApplicationType[]
  /** Country in which data is kept, as the listing names it; null: any. */
  country: string | null
  /** Whether a module may need the health and care network. */
  hscn: 'any' | 'not-needed'
}

/** The sections of a profile. What is undefined was not filled in yet. */
export type NeedsContent = {
  practiceIds: string[]
  mayDiffer: boolean
  needs: NeededCapability[]
  wishes: WishedFor[]
  today: ProfileToday[] | undefined
  sizes: TypedSize[]
  term: { start: Day; months: number; overlapDays: number } | undefined
  budget: Pick<Limits, 'budgetPence' | 'yearlyBudgets'> | undefined
  floorPercent: number
  accepted: Accepted
  avoid: Limits['avoid']
  ownCostPence: PenceText
}

/** Limits of choosing §1. */
export const most = {
  practices: 50,
  needs: 60,
  wishes: 150,
  worth: 9,
  months: 60,
  overlapDays: 180,
  today: 20,
  avoid: 20,
  sizeReason: 250,
} as const
export const avoidReason = { least: 30, most: 300 } as const

/** What a new profile begins with: its own practice, and what is usual. */
export const firstContent = (practiceIds: string[]): NeedsContent => ({
  practiceIds,
  mayDiffer: false,
  needs: [],
  wishes: [],
  today: undefined,
  sizes: [],
  term: undefined,
  budget: undefined,
  floorPercent: 0,
  accepted: {
    standings: ['conformant', 'work-off'],
    provenOnly: false,
    pairing: 'confirmed',
    hostings: [],
    applications: [],
    country: null,
    hscn: 'any',
  },
  avoid: [],
  ownCostPence: '0',
})
