import type { Day } from '@/lib/platform/days'
import type { Route } from './route'

/** What buyers place orders under (FRM-1). */
export type Framework = {
  id: string
  name: string
  shortName: string
  opensOn: Day | null
  expiresOn: Day | null
  expired: boolean
  maximumTermMonths: number
}

/** A framework on a day: whether orders may be placed then, and by which routes. */
export type FrameworkView = Framework & { isLive: boolean; routes: Route[] }
