import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { type Assessment, type AssessmentState, isUnderReview } from './assessment'
import { type AssessmentCommand, assessmentMachine } from './assessment-machine'
import { maySeeAssessment } from './assessment-policy'
import type { AssessmentMove } from './assessment-schema'
import { type AssessmentChange, findAssessment, moveAssessment } from './assessment-store'

type Change = Omit<AssessmentChange, 'state'>
export type AssessmentAct = {
  command: AssessmentCommand
  may: (actor: Actor, assessment: Assessment) => Decision
  /** Asks the facts and says what changes with the state. */
  change?: (assessment: Assessment) => Promise<Result<Change>> | Result<Change>
  data?: Record<string, unknown>
}

/** The common body of every move of an assessment: who may see it, who may move it, whether it may move, and the event. */
export async function changeAssessment(
  tx: Tx,
  ctx: Context,
  { id, version }: AssessmentMove,
  { command, may, change = () => ok({}), data = {} }: AssessmentAct,
): Promise<Result<Assessment>> {
  const assessment = await findAssessment(tx, id)
  if (!assessment || !maySeeAssessment(ctx.actor, assessment)) return refuse({ kind: 'not-found' })
  const decision = may(ctx.actor, assessment)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const edge = next<AssessmentState, AssessmentCommand>(assessmentMachine, assessment.state, command)
  if (!edge && command === 'answer' && isUnderReview(assessment)) return refuse(underReview)
  if (!edge) return refuse({ kind: 'wrong-state', state: assessment.state, command })
  if (assessment.version !== version) return refuse({ kind: 'stale' })
  const changed = await change(assessment)
  if (!changed.ok) return changed
  const moved = await moveAssessment(tx, assessment, version, ctx.now, { ...changed.value, state: edge.to })
  if (!moved) return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'Assessment', id },
    from: assessment.state,
    to: edge.to,
    data: { moduleVersionId: assessment.moduleVersionId, ...data },
  })
  return ok(moved)
}

/** UNDER_REVIEW (AC-01). */
export const underReview = {
  kind: 'conflict',
  because: 'The claim is under review: claim and evidence are locked until it comes back',
} as const
