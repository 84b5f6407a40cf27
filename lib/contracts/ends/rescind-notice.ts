import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Result } from '@/lib/platform/refusal'
import { findContract } from '../contract-store'
import { climb, withoutOverlap } from '../move-contract'
import { mayRescind, partyOf } from './end-policy'
import type { ContractMoveInput } from './end-schema'
import { findNotice, insertRescission } from './notice-store'

/** One side's signature that a notice is taken back. With the second the contract runs to its end again (procurement §3). */
export function rescindNotice(
  ctx: Context,
  { contractId, version }: ContractMoveInput,
): Promise<Result<{ id: string }>> {
  return withoutOverlap(async (tx) => {
    const notice = await findNotice(tx, contractId)
    const contract = await findContract(tx, contractId)
    const side = contract && partyOf(ctx.actor, contract)
    const both = notice?.rescissions.some((signed) => signed.side !== side) ?? false
    return climb(tx, ctx, {
      contractId,
      version,
      command: both ? 'rescind' : 'sign-rescission',
      may: (of) => mayRescind(ctx.actor, of, notice),
      change: ({ endsOn }) => (both ? { runsUntil: endsOn } : {}),
      write: () => insertRescission(tx, notice!.id, { side: side!, personId: ctx.actor.userId, at: ctx.now }),
      data: { side },
    })
  })
}
