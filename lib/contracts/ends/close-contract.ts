import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { climb } from '../move-contract'
import { mayEnd } from './end-policy'
import type { ContractMoveInput } from './end-schema'
import { exitItems, openItems } from './exit-item'
import { findExitItems } from './exit-store'

/** Closes a contract for good, only when everything on the exit list is done (H4). */
export function closeContract(ctx: Context, input: ContractMoveInput): Promise<Result<{ id: string }>> {
  return transaction((tx) =>
    climb(tx, ctx, {
      ...input,
      command: 'close',
      may: (contract) => mayEnd(ctx.actor, contract),
      check: async () => {
        const open = openItems(await findExitItems(tx, input.contractId))
        if (open.length === 0) return ok(undefined)
        const what = open.map((key) => exitItems[key].words).join('; ')
        return refuse({ kind: 'conflict', because: `The contract cannot be closed: not everything is done. ${what}.` })
      },
    }),
  )
}
