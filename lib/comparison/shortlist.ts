export type ShortlistState = 'live' | 'archived'

export type Shortlist = {
  id: string
  organisationId: string
  name: string
  description: string | null
  /** The search it came from; null: chosen by hand. */
  query: string | null
  /** The plan it was made from, and the module that the plan takes (PLAN-1); null: not from a plan. */
  planRunId: string | null
  planModuleId: string | null
  state: ShortlistState
  version: number
}
/** Why a match of the search is not on the shortlist (SHL-2). */
export type Exclusion = { moduleId: string; listingVersionId: string; code: ExclusionCode; text: string | null }
export type ExclusionView = Exclusion & { moduleName: string }

export type ShortlistEntry = {
  moduleId: string
  listingVersionId: string
  moduleName: string
  supplierName: string
  /** A newer listing has been published since the module was put here. */
  outdated: boolean
}
export type ShortlistView = Shortlist & { entries: ShortlistEntry[]; exclusions: ExclusionView[] }
export type ShortlistSummary = Shortlist & { size: number }

export const exclusionWords = {
  price: 'The price is too high',
  capability: 'It lacks a capability that is needed',
  integration: 'It does not work with our other systems',
  standing: 'It is not assessed, or was found not to conform',
  hosting: 'How or where it is hosted does not suit',
  support: 'Support or service levels do not suit',
  timetable: 'It cannot be introduced in time',
  'in-use': 'It is in use here and is to be replaced',
  other: 'Another reason',
} as const
export type ExclusionCode = keyof typeof exclusionWords

/** Limits of SHL-1. */
export const mostEntries = 30
export const mostLive = 10

export const shortlistStateWords: Record<ShortlistState, string> = { live: 'Live', archived: 'Archived' }
