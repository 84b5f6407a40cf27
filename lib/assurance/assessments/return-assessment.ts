import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { Assessment } from './assessment'
import { mayAdvance } from './assessment-policy'
import type { ReturnAssessment } from './assessment-schema'
import { changeAssessment } from './change-assessment'

/** Sends the claim back to the supplier with the reason; claim and evidence are open again. */
export function returnAssessment(ctx: Context, { reason, ...move }: ReturnAssessment): Promise<Result<Assessment>> {
  return transaction((tx) =>
    changeAssessment(tx, ctx, move, {
      command: 'return',
      may: mayAdvance,
      change: () => ok({ returnReason: reason }),
    }),
  )
}
