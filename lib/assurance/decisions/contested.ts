import type { Appeal } from '../appeals/appeal'
import type { Dispute } from '../disputes/dispute'

/** What a supplier contests and two officers decide (DE-03): a decision by an appeal, a finding by a dispute. */
export type Contested = {
  moduleVersionId: string
  /** It has not been decided yet. */
  waits: boolean
  /** Who made what is contested: they may not decide about it. */
  makerIds: string[]
} & ({ what: 'appeal'; appeal: Appeal } | { what: 'dispute'; dispute: Dispute })
