import type { Machine } from '@/lib/platform/machine'
import type { SiteState } from './site'

/** Another practice stands where this one stood (C5). */
const succeeded = { to: 'ceased', event: 'SiteSucceeded' } as const

/** `confirm-first`: one side has spoken; `agree`: both name the same day; `differ`: they name two. `site-rules.ts` says which it is. */
export type SiteCommand = 'confirm-first' | 'agree' | 'differ' | 'say-correction' | 'correct' | 'cease' | 'succeed'

export const siteMachine: Machine<SiteState, SiteCommand> = {
  planned: { 'confirm-first': { to: 'half-confirmed', event: 'GoLiveConfirmed' }, succeed: succeeded },
  'half-confirmed': {
    'confirm-first': { to: 'half-confirmed', event: 'GoLiveConfirmed' },
    agree: { to: 'live', event: 'SiteWentLive' },
    differ: { to: 'disputed', event: 'GoLiveDisputed' },
    succeed: succeeded,
  },
  disputed: {
    agree: { to: 'live', event: 'SiteWentLive' },
    differ: { to: 'disputed', event: 'GoLiveDisputed' },
    succeed: succeeded,
  },
  live: {
    'say-correction': { to: 'live', event: 'GoLiveCorrectionSaid' },
    correct: { to: 'live', event: 'GoLiveCorrected' },
    cease: { to: 'ceased', event: 'SiteCeased' },
    succeed: succeeded,
  },
  ceased: {},
}
