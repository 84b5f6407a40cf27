import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Hazard, PlanAct } from '../facts'
import type { PlanKind, PlanState, StoredPlan } from './plan'

const columns = {
  id: true,
  nonConformityId: true,
  kind: true,
  hazard: true,
  summary: true,
  state: true,
  proposedOn: true,
  returnReason: true,
  acceptedOn: true,
  dueOn: true,
  supersededOn: true,
  version: true,
  milestones: { select: { number: true, words: true, dueOn: true }, orderBy: { number: 'asc' } },
  acts: {
    select: { kind: true, actedOn: true, milestone: true, dueOn: true, words: true },
    orderBy: { sequence: 'asc' },
  },
} as const

type Where = NonNullable<Parameters<Tx['plan']['findMany']>[0]>['where']
const day = (date: Date | null) => date && dayFromDate(date)

async function findPlansBy(tx: Tx, where: Where): Promise<StoredPlan[]> {
  const rows = await tx.plan.findMany({
    where: where!,
    select: columns,
    orderBy: [{ proposedOn: 'asc' }, { id: 'asc' }],
    take: 2_000,
  })
  return rows.map((row) => ({
    ...row,
    kind: row.kind as PlanKind,
    hazard: row.hazard as Hazard,
    state: row.state as PlanState,
    proposedOn: day(row.proposedOn),
    acceptedOn: day(row.acceptedOn),
    dueOn: dayFromDate(row.dueOn),
    supersededOn: day(row.supersededOn),
    milestones: row.milestones.map((m) => ({ ...m, dueOn: dayFromDate(m.dueOn) })),
    acts: row.acts.map(({ kind, actedOn, milestone, dueOn, words }) => ({
      kind: kind as PlanAct['kind'],
      on: dayFromDate(actedOn),
      milestone,
      dueOn: day(dueOn),
      words,
    })),
  }))
}

/** One plan by its id. */
export const findPlan = async (tx: Tx, id: string): Promise<StoredPlan | undefined> =>
  (await findPlansBy(tx, { id }))[0]

/** Every plan of these non-conformities, the oldest first. */
export const findPlansOf = (tx: Tx, nonConformityIds: string[]) =>
  findPlansBy(tx, { nonConformityId: { in: nonConformityIds } })

type NewPlan = Pick<StoredPlan, 'id' | 'nonConformityId' | 'kind' | 'hazard' | 'summary' | 'dueOn' | 'milestones'> & {
  proposedOn: Day
  proposedById: string
}
/** False where one waits for its acceptance already. */
export async function addPlan(tx: Tx, { milestones, dueOn, proposedOn, ...plan }: NewPlan): Promise<boolean> {
  const data = [{ ...plan, state: 'proposed', dueOn: dateFromDay(dueOn), proposedOn: dateFromDay(proposedOn) }]
  if ((await tx.plan.createMany({ data, skipDuplicates: true })).count === 0) return false
  await tx.planMilestone.createMany({
    data: milestones.map((m) => ({ ...m, planId: plan.id, dueOn: dateFromDay(m.dueOn) })),
  })
  return true
}

type Change = { state: PlanState; acceptedOn?: Day; supersededOn?: Day; returnReason?: string }
/** False where somebody was faster. */
export async function movePlan(tx: Tx, id: string, version: number, change: Change): Promise<boolean> {
  const { acceptedOn, supersededOn, ...rest } = change
  const dates = {
    ...(acceptedOn && { acceptedOn: dateFromDay(acceptedOn) }),
    ...(supersededOn && { supersededOn: dateFromDay(supersededOn) }),
  }
  const { count } = await tx.plan.updateMany({
    where: { id, version },
    data: { ...rest, ...dates, version: { increment: 1 } },
  })
  return count === 1
}

type NewAct = PlanAct & { id: string; planId: string; words: string | null; actedById: string; recordedAt: Date }
/** False where it was done already: a plan is started and extended once, each milestone ticked once. */
export async function addPlanAct(tx: Tx, { on, dueOn, ...act }: NewAct): Promise<boolean> {
  const data = [{ ...act, actedOn: dateFromDay(on), dueOn: dueOn && dateFromDay(dueOn) }]
  return (await tx.planAct.createMany({ data, skipDuplicates: true })).count === 1
}

/** With the non-conformity its plans end: the accepted one is verified, a proposed one is not needed. Answers the verified. */
export async function endPlans(tx: Tx, nonConformityId: string): Promise<{ id: string; kind: string }[]> {
  await tx.plan.updateMany({
    where: { nonConformityId, state: 'proposed' },
    data: { state: 'returned', returnReason: 'The non-conformity is closed', version: { increment: 1 } },
  })
  const accepted = await tx.plan.findMany({
    where: { nonConformityId, state: 'accepted' },
    select: { id: true, kind: true },
  })
  await tx.plan.updateMany({
    where: { nonConformityId, state: 'accepted' },
    data: { state: 'verified', version: { increment: 1 } },
  })
  return accepted
}

/** The officers who accepted or extended plans of a module version: they may not close what the plan is about (NC-03). */
export async function findPlanApprovers(tx: Tx, moduleVersionId: string, planIds: string[]): Promise<string[]> {
  const rows = await tx.officerDecision.findMany({
    where: { moduleVersionId, kind: { in: ['ACCEPT_PLAN', 'EXTEND'] } },
    select: { terms: true, madeById: true, secondedById: true },
  })
  const own = rows.filter((row) => planIds.includes(String((row.terms as { planId?: string }).planId)))
  return [...new Set(own.flatMap((row) => [row.madeById, row.secondedById]))]
}
