import type { Machine } from '@/lib/platform/machine'
import type { NonConformityState } from './non-conformity'

export type NonConformityCommand = 'confirm' | 'dismiss' | 'state' | 'raise-severity' | 'close'

/** A candidate counts for nothing until an assessor confirms it. What is closed stays closed: a recurrence is a new one. */
export const nonConformityMachine = {
  candidate: {
    confirm: { to: 'open', event: 'NonConformityOpened' },
    dismiss: { to: 'dismissed', event: 'NonConformityDismissed' },
  },
  open: {
    state: { to: 'open', event: 'NonConformityUpdated' },
    'raise-severity': { to: 'open', event: 'NonConformityUpdated' },
    close: { to: 'closed', event: 'NonConformityClosed' },
  },
  dismissed: {},
  closed: {},
} satisfies Machine<NonConformityState, NonConformityCommand>
