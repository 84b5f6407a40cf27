import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { CallOff } from './call-off'
import { mayPrepareCallOff } from './call-off-policy'
import type { CallOffInput } from './call-off-schema'
import { climb } from './move-call-off'

/** Throws a draft away: nobody was asked for money and nobody signed. The project can be ordered anew. */
export function deleteCallOff(ctx: Context, input: CallOffInput): Promise<Result<CallOff>> {
  return transaction((tx) =>
    climb(tx, ctx, { ...input, command: 'delete', may: (callOff) => mayPrepareCallOff(ctx.actor, callOff) }),
  )
}
