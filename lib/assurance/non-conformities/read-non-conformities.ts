import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { clocksOf } from '../clocks/clocks-rules'
import type { ModuleFacts } from '../facts'
import { describe } from './describe-rules'
import type { NonConformityState } from './non-conformity'
import { findNonConformities, findStatements } from './non-conformity-store'
import type { NonConformityView } from './non-conformity-view'
import { findPlansOf } from './plan-store'

/**
 * The non-conformities of these module versions as they were known at the end of a day, the soonest due first: the same
 * number of statements however many there are. Who may read what is the callers' business.
 */
export async function readNonConformities(
  tx: Tx,
  modules: ModuleFacts[],
  day: Day,
  states?: NonConformityState[],
): Promise<NonConformityView[]> {
  const moduleVersionIds = modules.map((facts) => facts.moduleVersionId)
  const found = await findNonConformities(tx, { moduleVersionIds, ...(states && { states }) })
  const ids = found.map((nc) => nc.id)
  const plans = await findPlansOf(tx, ids)
  const statements = await findStatements(tx, ids)
  const clocks = new Map(modules.map((facts) => [facts.moduleVersionId, clocksOf(facts, facts.clockRules, day)]))
  return found
    .filter((nc) => (nc.raisedOn ?? nc.determinedOn ?? day) <= day)
    .map((nc) =>
      describe(
        {
          nc,
          plans: plans.filter((plan) => plan.nonConformityId === nc.id),
          statements: statements.filter((s) => s.nonConformityId === nc.id),
          hazard: hazardIn(modules.find((facts) => facts.moduleVersionId === nc.moduleVersionId)!, nc),
          clocks: (clocks.get(nc.moduleVersionId) ?? []).filter((clock) => clock.subject.nonConformityId === nc.id),
        },
        day,
      ),
    )
}

function hazardIn(facts: ModuleFacts, nc: { standardVersionId: string; requirementId: string }) {
  const version = facts.standards.flatMap((s) => s.versions).find((v) => v.id === nc.standardVersionId)
  return version?.requirements.find((r) => r.id === nc.requirementId)?.hazard ?? 'NONE'
}
