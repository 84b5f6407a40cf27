import type { Machine } from '@/lib/platform/machine'
import type { PlanState } from './plan-run'

export type PlanCommand =
  | 'start'
  | 'find-optimal'
  | 'find-best-so-far'
  | 'find-infeasible'
  | 'find-undecided'
  | 'cancel'
  | 'fail'

const cancel = { to: 'cancelled', event: 'PlanRunCancelled' } as const
const found = <State extends PlanState>(to: State) => ({ to, event: 'PlanRunFinished' })

/** Choosing §1. A run whose worker was killed is started again, once: nothing of it was a result. */
export const planRunMachine: Machine<PlanState, PlanCommand> = {
  queued: { start: { to: 'running', event: 'PlanRunStarted' }, cancel },
  running: {
    start: { to: 'running', event: 'PlanRunStarted' },
    'find-optimal': found('optimal'),
    'find-best-so-far': found('best-so-far'),
    'find-infeasible': found('infeasible'),
    'find-undecided': found('undecided'),
    cancel,
    fail: { to: 'failed', event: 'PlanRunFailed' },
  },
  optimal: {},
  'best-so-far': {},
  infeasible: {},
  undecided: {},
  cancelled: {},
  failed: {},
}
