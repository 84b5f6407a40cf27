import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { Assessment } from './assessment'
import { maySubmit } from './assessment-policy'
import type { AssessmentMove } from './assessment-schema'
import { withdrawClaims } from './assessment-store'
import { changeAssessment } from './change-assessment'

/** The supplier claims these capabilities no longer. What was found stays in the register. */
export function withdrawClaim(ctx: Context, input: AssessmentMove): Promise<Result<Assessment>> {
  return transaction(async (tx) => {
    const withdrawn = await changeAssessment(tx, ctx, input, { command: 'withdraw', may: maySubmit })
    if (withdrawn.ok) await withdrawClaims(tx, withdrawn.value, ctx.now)
    return withdrawn
  })
}
