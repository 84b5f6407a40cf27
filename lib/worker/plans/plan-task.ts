import type { Progress } from '@/lib/comparison/optimiser/answer'
import type { Choice, Outcome, Question } from '@/lib/comparison/optimiser/choice'

/** What a thread is given. `cancel` is one shared number: 1 tells the solver to stop. */
export type PlanTask = {
  choice: Choice
  question: Question
  limitSeconds: number
  lastChanged: string[]
  cancel: Int32Array
}

/** What a thread says: how far it is, and at the end what it found, or why the choice cannot be solved. */
export type ThreadWord =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'refused'; because: string }
