import type { ModuleCard } from '@/lib/catalogue/module-view'

export type SavedFilterState = 'live' | 'archived'
export type SavedFilter = {
  id: string
  organisationId: string
  name: string
  description: string | null
  query: string
  state: SavedFilterState
  version: number
  foundAtSave: string[]
  foundAtLook: string[]
  createdAt: Date
  lookedAt: Date
}
export type SavedFilterSummary = Pick<SavedFilter, 'id' | 'name' | 'description' | 'query' | 'state' | 'lookedAt'> & {
  /** What in it has expired or will, in words. */
  marks: string[]
}
/** What a search found before and finds now. */
export type Since = { added: string[]; gone: string[] }
export type SavedFilterView = SavedFilter & {
  marks: string[]
  /** What it finds today. */
  cards: ModuleCard[]
  sinceLook: Since
  sinceSave: Since
  /** Names of what is gone, as it was listed last. */
  goneNames: string[]
}

/** CAT-8: live saved filters of an organisation. */
export const mostLiveFilters = 10
/** How many modules a saved filter remembers. */
export const mostFound = 5_000
export const savedFilterStateWords: Record<SavedFilterState, string> = { live: 'Live', archived: 'Archived' }
