import type { Machine } from '@/lib/platform/machine'
import type { RunState } from './run'

export type RunCommand = 'begin' | 'finish' | 'abort' | 'cancel' | 'sign' | 'log'

/** CS-03. A run that was killed begins again: nothing of it was a fact. A dry run ends at `finished`. */
export const runMachine = {
  queued: {
    begin: { to: 'running', event: 'RunBegan' },
    cancel: { to: 'cancelled', event: 'RunCancelled' },
    abort: { to: 'aborted', event: 'RunAborted' },
  },
  running: {
    begin: { to: 'running', event: 'RunBegan' },
    finish: { to: 'finished', event: 'RunFinished' },
    abort: { to: 'aborted', event: 'RunAborted' },
    cancel: { to: 'cancelled', event: 'RunCancelled' },
  },
  finished: { sign: { to: 'signed', event: 'RunSigned' } },
  // EV-07: signed anew where the key was revoked before the run was logged.
  signed: { sign: { to: 'signed', event: 'RunSigned' }, log: { to: 'logged', event: 'RunLogged' } },
  logged: {},
  cancelled: {},
  aborted: {},
} satisfies Machine<RunState, RunCommand>
