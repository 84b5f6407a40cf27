import type { Day } from '@/lib/platform/days'
import type { Switch } from '../switch'
import type { Late } from './late-rules'
import type { Stage } from './stage-rules'

/** One switch among many, as a commissioner runs its eyes over them. */
export type PortfolioLine = Pick<Switch, 'id' | 'state' | 'part' | 'openedAt' | 'wentLiveOn' | 'machineVersion'> & {
  stage: Stage
  practice: string
  losing: string
  gaining: string
  suppliers: string[]
  /** The planned day of go-live; null while nobody has set it. */
  plannedOn: Day | null
  late: Late[]
  next: { title: string; who: string } | null
  due: { what: string; owner: string; dueOn: Day } | null
}
