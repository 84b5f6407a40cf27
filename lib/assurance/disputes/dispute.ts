import type { Day } from '@/lib/platform/days'
import type { DisputeState } from './dispute-machine'

/** A supplier's dispute of what people found about its module, or of what a check did: one of the two (DE-03). */
export type Dispute = {
  id: string
  findingId: string | null
  checkFactId: string | null
  moduleVersionId: string
  supplierId: string
  grounds: string
  state: DisputeState
  raisedById: string
  raisedAt: Date
  endedOn: Day | null
  answer: string | null
  answeredById: string | null
  outcomeId: string | null
  version: number
}
