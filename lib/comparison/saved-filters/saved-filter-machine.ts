import type { Machine } from '@/lib/platform/machine'
import type { SavedFilterState } from './saved-filter'

export type SavedFilterCommand = 'look' | 'archive' | 'restore'

/** CAT-8: live until archived; only at a live one somebody looks. Saving one records FilterSaved. */
export const savedFilterMachine = {
  live: {
    look: { to: 'live', event: 'SavedFilterLookedAt' },
    archive: { to: 'archived', event: 'SavedFilterArchived' },
  },
  archived: { restore: { to: 'live', event: 'SavedFilterRestored' } },
} satisfies Machine<SavedFilterState, SavedFilterCommand>
