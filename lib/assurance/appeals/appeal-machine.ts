import type { Machine } from '@/lib/platform/machine'

/** An appeal is decided once, by two officers who did not make the decision (DE-03). */
export type AppealState = 'lodged' | 'upheld' | 'dismissed'
export type AppealCommand = 'uphold' | 'dismiss'

export const appealMachine = {
  lodged: {
    uphold: { to: 'upheld', event: 'AppealUpheld' },
    dismiss: { to: 'dismissed', event: 'AppealDismissed' },
  },
  upheld: {},
  dismissed: {},
} satisfies Machine<AppealState, AppealCommand>

export const appealStateWords: Record<AppealState, string> = {
  lodged: 'Lodged, waits for two officers',
  upheld: 'Upheld',
  dismissed: 'Dismissed',
}
