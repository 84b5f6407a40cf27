import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { CallOff } from './call-off'
import { mayRefuseCallOff } from './call-off-policy'
import type { RefuseInput } from './call-off-schema'
import { freeApproved } from './free-approved'
import { climb } from './move-call-off'

/** The supplier will not sign: the order ends, and the money is free again. Its words stand with the order. */
export function refuseCallOff(ctx: Context, { reason, ...input }: RefuseInput): Promise<Result<CallOff>> {
  return transaction((tx) =>
    climb(tx, ctx, {
      ...input,
      command: 'refuse',
      may: (callOff) => mayRefuseCallOff(ctx.actor, callOff),
      prepare: async () => ok({ refusedReason: reason }),
      follow: (callOff) => freeApproved(tx, ctx, callOff),
    }),
  )
}
