import type { Machine } from '@/lib/platform/machine'

/** Effective, Deprecated and Retired are no states: they follow from the days of what is published (SV-01). */
export type StandardVersionState = 'draft' | 'published' | 'withdrawn'
export type StandardVersionCommand = 'edit' | 'publish' | 'reschedule' | 'withdraw'

export const standardVersionMachine = {
  draft: {
    edit: { to: 'draft', event: 'StandardVersionDrafted' },
    publish: { to: 'published', event: 'StandardVersionPublished' },
  },
  published: {
    reschedule: { to: 'published', event: 'StandardVersionRescheduled' },
    withdraw: { to: 'withdrawn', event: 'StandardVersionWithdrawn' },
  },
  withdrawn: {},
} satisfies Machine<StandardVersionState, StandardVersionCommand>
