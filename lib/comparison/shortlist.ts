export type ShortlistState = 'live' | 'archived'

export type Shortlist = {
  id: string
  organisationId: string
  name: string
  description: string | null
  state: ShortlistState
  version: number
}
export type ShortlistEntry = {
  moduleId: string
  listingVersionId: string
  moduleName: string
  supplierName: string
  /** A newer listing has been published since the module was put here. */
  outdated: boolean
}
export type ShortlistView = Shortlist & { entries: ShortlistEntry[] }
export type ShortlistSummary = Shortlist & { size: number }

/** Limits of SHL-1. */
export const mostEntries = 30
export const mostLive = 10

export const shortlistStateWords: Record<ShortlistState, string> = { live: 'Live', archived: 'Archived' }
