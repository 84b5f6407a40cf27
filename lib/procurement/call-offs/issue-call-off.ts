import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { askGate } from './ask-gate'
import type { CallOff } from './call-off'
import { mayPrepareCallOff } from './call-off-policy'
import type { CallOffInput } from './call-off-schema'
import { climb } from './move-call-off'

/** Sends a funded order to both sides for signature: from here the supplier sees it. */
export function issueCallOff(ctx: Context, input: CallOffInput): Promise<Result<CallOff>> {
  return transaction((tx) =>
    climb(tx, ctx, {
      ...input,
      command: 'issue',
      may: (callOff) => mayPrepareCallOff(ctx.actor, callOff),
      prepare: (callOff) => askGate(tx, ctx, callOff, 'issue'),
      data: (callOff) => ({ termsHash: callOff.termsHash }),
    }),
  )
}
