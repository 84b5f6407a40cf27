import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findNonConformities } from './non-conformity-store'
import { failedOn } from './performance-rules'
import { findPlansOf } from './plan-store'

/** A non-conformity that counted against a module version. `failedOn`: the first day after its remediation plan ran out unverified. */
export type PerformanceFact = {
  id: string
  moduleVersionId: string
  requirementId: string
  determinedOn: Day
  closedOn: Day | null
  failedOn: Day | null
}

/** What was determined against these module versions, for notices of the portal itself, so no actor is asked. Candidates do not count. */
export async function listPerformanceFacts(tx: Tx, moduleVersionIds: string[], today: Day): Promise<PerformanceFact[]> {
  const found = await findNonConformities(tx, { moduleVersionIds, states: ['open', 'closed'] })
  const plans = await findPlansOf(
    tx,
    found.map(({ id }) => id),
  )
  return found.flatMap(({ id, moduleVersionId, requirementId, determinedOn, closedOn }) =>
    determinedOn === null
      ? []
      : [
          {
            id,
            moduleVersionId,
            requirementId,
            determinedOn,
            closedOn,
            failedOn: failedOn(
              plans.filter((plan) => plan.nonConformityId === id),
              closedOn,
              today,
            ),
          },
        ],
  )
}
