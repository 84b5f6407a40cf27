import 'server-only'
import { readEpics } from '@/lib/catalogue/read-claims'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { findEvidence } from '../evidence/evidence-store'
import { loadFactsOf } from '../load-facts-of'
import { getTested } from '../runs/get-tested'
import type { Assessment } from './assessment'
import { maySubmit } from './assessment-policy'
import { askedEpics } from './assessment-rules'
import type { AssessmentMove } from './assessment-schema'
import { findAnswers } from './assessment-store'
import { changeAssessment } from './change-assessment'
import { againstSubmission } from './endpoint-question'

/** The supplier hands the claim in: every epic that must be met is answered, and there is evidence. Then both are locked. */
export function submitAssessment(ctx: Context, input: AssessmentMove): Promise<Result<Assessment>> {
  return transaction((tx) =>
    changeAssessment(tx, ctx, input, {
      command: 'submit',
      may: maySubmit,
      change: async ({ id, moduleVersionId, capabilityIds }) => {
        const asked = askedEpics(capabilityIds, await readEpics(tx, capabilityIds), await findAnswers(tx, id))
        const open = asked.filter((epic) => epic.answer === null)
        if (open.length > 0)
          return refuse({ kind: 'conflict', because: `Answer every epic that must be met: ${open.length} left` })
        if ((await findEvidence(tx, moduleVersionId)).length === 0)
          return refuse({ kind: 'conflict', because: 'Add at least one piece of evidence first' })
        const loaded = await loadFactsOf(tx, moduleVersionId)
        const against = loaded && againstSubmission(loaded.facts, await getTested(tx, moduleVersionId), dayOf(ctx.now))
        if (against) return refuse({ kind: 'conflict', because: against })
        return ok({ returnReason: null })
      },
    }),
  )
}
