import type { Machine } from '@/lib/platform/machine'
import type { ProjectCommand, ProjectState } from './project'

const decided = { to: 'decided', event: 'DecisionRecorded' } as const

/** A project begins in scoping (event ProjectStarted). There is no unfreezing: start again with a new project. */
export const projectMachine: Machine<ProjectState, ProjectCommand> = {
  scoping: { 'set-needs': { to: 'shortlisting', event: 'NeedsSet' }, cancel: decided },
  shortlisting: {
    'set-needs': { to: 'shortlisting', event: 'NeedsSet' },
    freeze: { to: 'frozen', event: 'ShortlistFrozen' },
    cancel: decided,
  },
  frozen: {
    'edit-criteria': { to: 'frozen', event: 'CriteriaEdited' },
    compete: { to: 'competing', event: 'CompetitionOpened' },
    decide: decided,
    cancel: decided,
  },
  competing: {
    offer: { to: 'competing', event: 'OfferSubmitted' },
    'close-offers': { to: 'competing', event: 'OffersClosed' },
    score: { to: 'competing', event: 'ScoreRecorded' },
    'close-scoring': { to: 'scored', event: 'ScoresOpened' },
    cancel: decided,
  },
  scored: { decide: decided, cancel: decided },
  decided: {},
}
