import type { Day } from '@/lib/platform/days'
import type { ChallengeState } from './challenge-machine'

/** Somebody outside says that a check which the register shows as passed does not hold (CS-03). */
export type Challenge = {
  id: string
  moduleVersionId: string
  supplierId: string
  check: string
  grounds: string
  state: ChallengeState
  raisedById: string
  raisedAt: Date
  answeredById: string | null
  answer: string | null
  answeredAt: Date | null
  rePassedRunId: string | null
  endedOn: Day | null
  version: number
}
