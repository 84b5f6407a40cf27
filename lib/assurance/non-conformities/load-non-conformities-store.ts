import 'server-only'
import { type Day, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import type { Hazard, NonConformity, Plan, PlanAct } from '../facts'
import { afterActs } from './plan-acts-rules'

const whole = {
  // What was sent back is no fact.
  plans: { where: { state: { not: 'returned' } }, orderBy: { id: 'asc' } },
  statements: { select: { statedOn: true }, orderBy: { sequence: 'asc' } },
} as const

/** What the derivation reads: what was determined, with its plans. A candidate and what was dismissed count for nothing. */
export async function loadNonConformities(tx: Tx, moduleVersionIds: string[]): Promise<Map<string, NonConformity[]>> {
  const rows = await tx.nonConformity.findMany({
    where: { moduleVersionId: { in: moduleVersionIds }, determinedOn: { not: null } },
    include: whole,
    orderBy: { id: 'asc' },
  })
  const planIds = rows.flatMap((row) => row.plans.map((plan) => plan.id))
  const acts = planIds.length === 0 ? [] : await loadActs(tx, planIds)
  const facts = rows.map((row) => ({
    moduleVersionId: row.moduleVersionId,
    fact: {
      id: row.id,
      standardVersionId: row.standardVersionId,
      requirementId: row.requirementId,
      source: row.source as NonConformity['source'],
      determinedOn: dayFromDate(row.determinedOn!),
      closedOn: day(row.closedOn),
      ...(row.hazard && { raised: { hazard: row.hazard as Hazard, on: dayFromDate(row.hazardRaisedOn!) } }),
      statedOn: row.statements.map((s) => dayFromDate(s.statedOn)),
      plans: row.plans.map((plan) =>
        planOf(
          plan,
          acts.filter((act) => act.planId === plan.id),
        ),
      ),
    },
  }))
  return new Map([...groupBy(facts, (f) => f.moduleVersionId)].map(([id, own]) => [id, own.map(({ fact }) => fact)]))
}

async function loadActs(tx: Tx, planIds: string[]): Promise<(PlanAct & { planId: string })[]> {
  const rows = await tx.planAct.findMany({ where: { planId: { in: planIds } }, orderBy: { sequence: 'asc' } })
  return rows.map(({ planId, kind, actedOn, milestone, dueOn }) => ({
    planId,
    kind: kind as PlanAct['kind'],
    on: dayFromDate(actedOn),
    milestone,
    dueOn: day(dueOn),
  }))
}

type PlanRow = { id: string; kind: string; acceptedOn: Date | null; dueOn: Date; supersededOn: Date | null }
function planOf(row: PlanRow, acts: PlanAct[]): Plan {
  const dueOn = dayFromDate(row.dueOn)
  return {
    id: row.id,
    kind: row.kind as Plan['kind'],
    acceptedOn: day(row.acceptedOn),
    supersededOn: day(row.supersededOn),
    ...afterActs(dueOn, acts),
    history: {
      dueOn,
      acts: acts.map(({ kind, on, milestone, dueOn: until }) => ({ kind, on, milestone, dueOn: until })),
    },
  }
}

const day = (date: Date | null): Day | null => date && dayFromDate(date)
