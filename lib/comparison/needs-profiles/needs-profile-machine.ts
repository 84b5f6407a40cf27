import type { Machine } from '@/lib/platform/machine'
import type { NeedsProfileState } from './needs-profile'

export type NeedsProfileCommand = 'edit' | 'share' | 'unshare' | 'archive' | 'restore'

/** Choosing §1: edited in place while live. Creating one, or a copy, records NeedsProfileCreated. */
export const needsProfileMachine = {
  live: {
    edit: { to: 'live', event: 'NeedsProfileEdited' },
    share: { to: 'live', event: 'NeedsProfileShared' },
    unshare: { to: 'live', event: 'NeedsProfileUnshared' },
    archive: { to: 'archived', event: 'NeedsProfileArchived' },
  },
  archived: {
    restore: { to: 'live', event: 'NeedsProfileRestored' },
    unshare: { to: 'archived', event: 'NeedsProfileUnshared' },
  },
} satisfies Machine<NeedsProfileState, NeedsProfileCommand>
