import type { Day } from '@/lib/platform/days'
import type { AppealState } from './appeal-machine'

/** A supplier's appeal against an adverse decision about its module (DE-03). */
export type Appeal = {
  id: string
  decisionId: string
  moduleVersionId: string
  supplierId: string
  grounds: string
  state: AppealState
  lodgedById: string
  lodgedAt: Date
  endedOn: Day | null
  outcomeId: string | null
  version: number
}
