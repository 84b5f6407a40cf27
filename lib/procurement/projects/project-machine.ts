import type { Machine } from '@/lib/platform/machine'
import type { ProjectCommand, ProjectState } from './project'

/** A project begins in scoping (event ProjectStarted). There is no unfreezing: start again with a new project. */
export const projectMachine: Machine<ProjectState, ProjectCommand> = {
  scoping: {
    'set-needs': { to: 'shortlisting', event: 'NeedsSet' },
    decide: { to: 'decided', event: 'DecisionRecorded' },
  },
  shortlisting: {
    'set-needs': { to: 'shortlisting', event: 'NeedsSet' },
    freeze: { to: 'frozen', event: 'ShortlistFrozen' },
    decide: { to: 'decided', event: 'DecisionRecorded' },
  },
  frozen: { decide: { to: 'decided', event: 'DecisionRecorded' } },
  decided: {},
}
