import type { Day } from '@/lib/platform/days'
import type { NeedsContent } from '../needs-profiles/needs-content'
import type { Choice, Outcome, PenceText, Question } from '../optimiser/choice'

export const planStates = [
  'queued',
  'running',
  'optimal',
  'best-so-far',
  'infeasible',
  'undecided',
  'cancelled',
  'failed',
] as const
export type PlanState = (typeof planStates)[number]

export const planLabels: Record<
  PlanState,
  { words: string; colour: 'blue' | 'yellow' | 'green' | 'orange' | 'grey' | 'red' }
> = {
  queued: { words: 'Waiting for its turn', colour: 'blue' },
  running: { words: 'Being computed', colour: 'yellow' },
  optimal: { words: 'Best plan, proven', colour: 'green' },
  'best-so-far': { words: 'Best plan found in the time', colour: 'orange' },
  infeasible: { words: 'No plan is possible', colour: 'red' },
  undecided: { words: 'Not decided in the time', colour: 'orange' },
  cancelled: { words: 'Cancelled', colour: 'grey' },
  failed: { words: 'Could not be computed', colour: 'red' },
}

/** The profile as it was when the plan was asked for. */
export type FrozenProfile = { id: string; version: number; name: string; organisationId: string; content: NeedsContent }

/** What is changed against the run that it is a child of (RES-4). */
export type WhatIf =
  | { kind: 'drop-need'; needId: string }
  | { kind: 'keep'; moduleId: string }
  | { kind: 'term'; months: number }
  | { kind: 'start'; start: Day }
  | { kind: 'budget'; pence: PenceText | null }

/** How far the solver is: whole seconds since it began; about pounds, null where nothing is known yet. Nobody decides by these. */
export type PlanProgress = { seconds: number; bestPounds: number | null; boundPounds: number | null }

export type PlanRun = {
  id: string
  organisationId: string
  profileId: string
  profileVersion: number
  sharedWithId: string | null
  parentId: string | null
  change: WhatIf | null
  profile: FrozenProfile
  choice: Choice
  question: Question
  inputSha256: string
  limitSeconds: number
  state: PlanState
  attempt: number
  progress: PlanProgress | null
  failure: string | null
  outcome: Outcome | null
  evidenceSha256: string | null
  requestedById: string
  queuedAt: Date
  startedAt: Date | null
  endedAt: Date | null
  version: number
}
export type PlanSummary = Pick<PlanRun, 'id' | 'state' | 'question' | 'change' | 'queuedAt' | 'parentId'> & {
  costPence: PenceText | null
}

export const isUnderWay = ({ state }: Pick<PlanRun, 'state'>): boolean => state === 'queued' || state === 'running'
export const hasOutcome = ({ state }: Pick<PlanRun, 'state'>): boolean =>
  ['optimal', 'best-so-far', 'infeasible', 'undecided'].includes(state)

/** RUN-4 of choosing: queued or running of one organisation at a time. */
export const mostOpenRuns = 5
/** A run whose worker crashed is taken up again once. */
export const mostAttempts = 2
/** MOD-5. */
export const mostModules = 1_000

/** RUN-2: seconds; a question that needs many solves, or a large market, may take longer. */
export const limitFor = (question: Question, modules: number): number =>
  question.kind === 'frontier' || question.kind === 'when' || modules > 200 ? 60 : 5
