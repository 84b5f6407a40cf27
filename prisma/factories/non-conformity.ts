import { proposeDecision } from '@/lib/assurance/decisions/propose-decision'
import { secondDecision } from '@/lib/assurance/decisions/second-decision'
import type { PlanKind } from '@/lib/assurance/non-conformities/plan'
import { proposePlan } from '@/lib/assurance/non-conformities/propose-plan'
import type { Actor } from '@/lib/platform/actor'
import { dateFromDay, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import type { MadeAssessment } from './assessment'

type Given = { kind?: PlanKind; dueOn?: string; now?: Date }

/** The open non-conformity of an assessment whose requirement was found not met. */
const openOf = ({ made }: Pick<MadeAssessment, 'made'>) =>
  db.nonConformity.findFirstOrThrow({ where: { moduleVersionId: made.moduleVersionId, state: 'open' } })

/** The supplier has proposed a plan for it; answers its id. */
async function proposedPlan(
  it: Pick<MadeAssessment, 'made' | 'editor'>,
  { kind = 'WORK_OFF', dueOn = '2026-09-30', now = noon }: Given = {},
): Promise<string> {
  const proposed = await proposePlan(contextOf(it.editor, now), {
    id: (await openOf(it)).id,
    kind,
    summary: 'New lessons for every screen, read by two practices',
    milestones: [
      { words: 'Lessons written', dueOn: dueOn < '2026-06-30' ? dueOn : '2026-06-30' },
      { words: 'Lessons read by two practices', dueOn },
    ],
  })
  return value(proposed).id
}

/** Two officers have accepted a plan of the supplier; answers its id. */
async function acceptedPlan(
  it: Pick<MadeAssessment, 'made' | 'editor' | 'officers'>,
  given: Given = {},
): Promise<string> {
  const planId = await proposedPlan(it, given)
  await accept(it.officers, it.made.moduleVersionId, planId, given.now)
  return planId
}

/** One officer proposes to accept the plan, the other seconds. */
async function accept([one, other]: readonly [Actor, Actor], moduleVersionId: string, planId: string, now = noon) {
  const reason = 'The milestones mend what was found'
  const proposed = value(await proposeDecision(contextOf(one, now), 'ACCEPT_PLAN', { moduleVersionId, reason, planId }))
  value(await secondDecision(contextOf(other, now), 'ACCEPT_PLAN', { proposalId: proposed.id, version: 1 }))
}

/** Two officers have listed the module, its plan or breach and all. */
async function list({ made, officers: [one, other] }: Pick<MadeAssessment, 'made' | 'officers'>): Promise<void> {
  const day = dateFromDay(dayOf(noon))
  await db.officerDecision.create({
    data: {
      id: newId(),
      moduleVersionId: made.moduleVersionId,
      kind: 'LIST',
      reason: 'A reason of more than twenty characters',
      effectiveFrom: day,
      madeOn: day,
      madeById: one.userId,
      secondedById: other.userId,
      recordedAt: noon,
    },
  })
}

/** Non-conformities in the situations that tests speak of, made by the commands. */
export const nonConformity = { openOf, proposedPlan, acceptedPlan, accept, list }
