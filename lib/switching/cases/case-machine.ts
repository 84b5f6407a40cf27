import type { Machine } from '@/lib/platform/machine'
import type { CaseState } from './case'

export type CaseCommand = 'watch' | 'warn' | 'leave' | 'end'

const atRisk = { to: 'at-risk', event: 'ExitCaseAtRisk' } as const
const leaving = { to: 'leaving', event: 'ExitCaseLeaving' } as const
const ended = { to: 'ended', event: 'ExitCaseEnded' } as const

/** A case follows the module's standing, up and down, and begins in any of its three states (event ExitCaseOpened). */
export const caseMachine: Machine<CaseState, CaseCommand> = {
  watching: { warn: atRisk, leave: leaving, end: ended },
  'at-risk': { watch: { to: 'watching', event: 'ExitCaseWatched' }, leave: leaving, end: ended },
  leaving: { warn: atRisk, watch: { to: 'watching', event: 'ExitCaseWatched' }, end: ended },
  ended: {},
}
