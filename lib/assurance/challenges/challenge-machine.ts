import type { Machine } from '@/lib/platform/machine'

/** An outsider's challenge: an assessor accepts or declines it; accepted, the check passes again in time, or it has failed (CL-11). */
export type ChallengeState = 'raised' | 'accepted' | 'declined' | 're-passed' | 'failed'
export type ChallengeCommand = 'accept' | 'decline' | 're-pass' | 'fail'

export const challengeMachine = {
  raised: {
    accept: { to: 'accepted', event: 'ChallengeAccepted' },
    decline: { to: 'declined', event: 'ChallengeDeclined' },
  },
  accepted: {
    're-pass': { to: 're-passed', event: 'ChallengeRePassed' },
    fail: { to: 'failed', event: 'ChallengeFailed' },
  },
  declined: {},
  're-passed': {},
  failed: {},
} satisfies Machine<ChallengeState, ChallengeCommand>

export const challengeStateWords: Record<ChallengeState, string> = {
  raised: 'Raised, waits for an assessor',
  accepted: 'Accepted, the check must pass again',
  declined: 'Declined',
  're-passed': 'The check passed again',
  failed: 'The check did not pass again in time',
}
