import type { Machine } from '@/lib/platform/machine'
import type { ShortlistState } from './shortlist'

export type ShortlistCommand = 'add-module' | 'remove-module' | 'archive' | 'restore'

/** SHL-1: live until archived; only a live one changes. Creating one records ShortlistCreated. */
export const shortlistMachine = {
  live: {
    'add-module': { to: 'live', event: 'ShortlistModuleAdded' },
    'remove-module': { to: 'live', event: 'ShortlistModuleRemoved' },
    archive: { to: 'archived', event: 'ShortlistArchived' },
  },
  archived: { restore: { to: 'live', event: 'ShortlistRestored' } },
} satisfies Machine<ShortlistState, ShortlistCommand>
