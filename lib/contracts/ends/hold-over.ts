import 'server-only'
import { getFundingLimits } from '@/lib/funding/get-funding-limits'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { markFundingUsed } from '@/lib/funding/void-funding'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { type Result, refuse } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import { findContract } from '../contract-store'
import { climb, withoutOverlap } from '../move-contract'
import { mayHoldOver } from './end-policy'
import { holdOverProblem } from './end-rules'
import type { ContractMoveInput } from './end-schema'
import { insertHoldOver } from './exit-store'
import { findLastAsk, type HoldOverAsk } from './hold-over-ask-store'

const unfunded = 'The money of a hold-over must be asked for and approved first'

/**
 * Use after the end, ordered by the payer within the limit, for as long as the money was approved for (H2): it is committed
 * before the contract is held over. Only this makes the use chargeable.
 */
export function holdOver(ctx: Context, { contractId, version }: ContractMoveInput): Promise<Result<{ id: string }>> {
  return withoutOverlap(async (tx) => {
    const ask = await findLastAsk(tx, contractId)
    const payerId = (await findContract(tx, contractId))?.payerId
    const limits = payerId ? await getFundingLimits(tx, ctx, payerId) : undefined
    return climb(tx, ctx, {
      contractId,
      version,
      command: 'hold-over',
      may: (contract) => mayHoldOver(ctx.actor, contract, ask?.costPence ?? 0n, limits?.ok ? limits.value : {}),
      check: async (contract) => {
        if (!ask) return refuse({ kind: 'conflict', because: unfunded })
        const settings = await readSettings(tx, ctx, contract.payerId, ['longest-hold-over'])
        if (!settings.ok) return settings
        const longest = settings.value.count('longest-hold-over')
        const problem = holdOverProblem(contract.endsOn, ask.until, dayOf(ctx.now), longest)
        return problem ? refuse({ kind: 'conflict', because: problem }) : claimMoney(tx, ctx, ask)
      },
      change: () => ({ runsUntil: ask!.until }),
      write: async () => {
        const { until, reason, costPence, fundingRequestId } = ask!
        const ordered = { orderedById: ctx.actor.userId, orderedAt: ctx.now }
        await insertHoldOver(tx, contractId, { until, reason, costPence, fundingRequestId, ...ordered })
      },
      data: { until: ask?.until ?? null, fundingRequestId: ask?.fundingRequestId ?? null },
    })
  })
}

/** Refused where the money is not approved for these days (B7); from here the approval lapses no more. */
async function claimMoney(
  tx: Tx,
  ctx: Context,
  { fundingRequestId, termsHash }: HoldOverAsk,
): Promise<Result<unknown>> {
  const request = await readFundingRequest(tx, fundingRequestId)
  return request?.state === 'approved'
    ? markFundingUsed(tx, ctx, request, termsHash)
    : refuse({ kind: 'conflict', because: unfunded })
}
