import 'server-only'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { markFundingUsed } from '@/lib/funding/void-funding'
import type { Context } from '@/lib/platform/context'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { partyOf } from '../ends/end-policy'
import { maySignChange } from './change-policy'
import type { ChangeMoveInput } from './change-schema'
import { insertChangeSignature } from './change-store'
import { checkImpact } from './check-impact'
import { climbChange } from './climb-change'

/** One side's signature on the terms of a change. What stands against it is asked again at this instant. */
export function signChange(ctx: Context, input: ChangeMoveInput): Promise<Result<{ contractId: string }>> {
  return transaction((tx) =>
    climbChange(tx, ctx, {
      ...input,
      command: ({ signatures }) => (signatures.length === 0 ? 'sign-first' : 'sign'),
      may: (contract, change) => maySignChange(ctx.actor, contract, change),
      prepare: async (change, contract) => {
        const checked = await checkImpact(tx, ctx, change, contract)
        if (!checked.ok) return checked
        const impact = checked.value
        return impact.against.length > 0
          ? refuse({ kind: 'conflict', because: `${impact.against.join('. ')}.` })
          : ok({ impact })
      },
      write: async (change, contract) => {
        const side = partyOf(ctx.actor, contract)!
        await insertChangeSignature(tx, change, { side, personId: ctx.actor.userId, at: ctx.now })
        const { fundingRequestId, signatures, termsHash } = change
        const request = fundingRequestId ? await readFundingRequest(tx, fundingRequestId) : undefined
        // The last signature uses the approval, so that it lapses no more; B7 is asked with it.
        return request && signatures.length > 0 ? markFundingUsed(tx, ctx, request, termsHash) : ok(undefined)
      },
    }),
  )
}
