import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeNonConformity } from './change-non-conformity'
import type { StoredNonConformity } from './non-conformity'
import { mayConfirm } from './non-conformity-policy'
import { isByTime } from './non-conformity-rules'
import type { AnswerConcern } from './non-conformity-schema'
import { findOpenOf } from './non-conformity-store'

type Done = Promise<Result<StoredNonConformity>>

/** An assessor confirms what somebody said: determined today, and its clocks run. */
export function confirmConcern(ctx: Context, { reason, ...move }: AnswerConcern): Done {
  const determinedOn = dayOf(ctx.now)
  return transaction((tx) =>
    changeNonConformity(tx, ctx, move, {
      command: 'confirm',
      may: mayConfirm,
      change: async (nc) => {
        const open = await findOpenOf(tx, nc.moduleVersionId, [nc])
        return open.some((other) => isByTime(other) === isByTime(nc))
          ? refuse({ kind: 'conflict', because: 'This requirement has an open non-conformity: dismiss it as known' })
          : ok({ determinedOn, reason, assessedById: ctx.actor.userId })
      },
      data: { determinedOn },
    }),
  )
}

/** An assessor dismisses it with a reason: it never counted. */
export const dismissConcern = (ctx: Context, { reason, ...move }: AnswerConcern): Done =>
  transaction((tx) =>
    changeNonConformity(tx, ctx, move, { command: 'dismiss', may: mayConfirm, change: () => ok({ reason }) }),
  )
