import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayRecordNotice } from './change-policy'
import type { ChangeNoticeInput } from './change-schema'
import { climbChange } from './climb-change'

/** The payer records where its contract change notice (UK10) is published. It blocks the effect of the change until then (§8). */
export function recordChangeNotice(ctx: Context, input: ChangeNoticeInput): Promise<Result<{ contractId: string }>> {
  const { reference, publishedOn } = input
  return transaction((tx) =>
    climbChange(tx, ctx, {
      changeId: input.changeId,
      version: input.version,
      command: 'record-notice',
      may: (contract) => mayRecordNotice(ctx.actor, contract),
      prepare: (change) => {
        if (!change.impact?.needsNotice)
          return refuse({ kind: 'conflict', because: 'This change needs no contract change notice' })
        if (change.notice) return refuse({ kind: 'conflict', because: 'The notice is recorded already' })
        if (publishedOn > dayOf(ctx.now)) return invalidField('publishedOn', 'The day must be today or in the past')
        return ok({ notice: { reference, publishedOn, byId: ctx.actor.userId } })
      },
      data: { reference, publishedOn },
    }),
  )
}
