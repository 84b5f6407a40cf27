import 'server-only'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { submitFundingRequest } from '@/lib/funding/submit-funding-request'
import type { Context } from '@/lib/platform/context'
import { allow } from '@/lib/platform/decision'
import { againWhenStale, ok, type Result, refuse } from '@/lib/platform/refusal'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { extraPence } from './change'
import { mayAskForMoney } from './change-policy'
import { extraByYear } from './change-rules'
import type { AskMoneyInput } from './change-schema'
import { findChangeByFunding } from './change-store'
import { climbChange } from './climb-change'

/** Asks the payer for what the change costs more, by financial year: reserved at once, all years or none. */
export function askForMoney(
  ctx: Context,
  { stream, ...input }: AskMoneyInput,
): Promise<Result<{ contractId: string }>> {
  return transaction((tx) =>
    climbChange(tx, ctx, {
      ...input,
      command: 'ask-funding',
      may: (contract) => mayAskForMoney(ctx.actor, contract),
      prepare: async (change, contract) => {
        if (change.fundingRequestId) return refuse({ kind: 'conflict', because: 'The payer has been asked already' })
        const extra = extraPence(change.terms, contract)
        const request = await submitFundingRequest(tx, ctx, {
          payerId: contract.payerId,
          requesterOrgId: contract.payerId,
          reference: { type: 'ContractChange', id: change.id },
          title: `${contract.moduleName}, change of contract ${contract.number}`,
          reason: change.reason,
          stream,
          termsHash: change.termsHash,
          sums: extraByYear(change, extra),
        })
        return request.ok ? ok({ fundingRequestId: request.value.id }) : request
      },
    }),
  )
}

/** On `FundingApproved`: the change goes on to its signatures, if its terms are those that were approved (B7). Twice does nothing. */
export async function fundChangeWhenFunded(ctx: Context, event: StoredEvent): Promise<void> {
  againWhenStale(
    await transaction(async (tx) => {
      const request = await readFundingRequest(tx, event.about.id)
      const change = request && (await findChangeByFunding(tx, request.id))
      if (!change || request.state !== 'approved' || request.termsHash !== change.termsHash) return undefined
      return climbChange(tx, ctx, { changeId: change.id, version: change.version, command: 'fund', may: () => allow })
    }),
  )
}

/** On `FundingDeclined`, `FundingWithdrawn` and `FundingLapsed`: there is no money for the change, so it is rejected. Twice does nothing. */
export async function rejectChangeWhenNotFunded(ctx: Context, event: StoredEvent): Promise<void> {
  againWhenStale(
    await transaction(async (tx) => {
      const change = await findChangeByFunding(tx, event.about.id)
      if (!change) return undefined
      return climbChange(tx, ctx, {
        changeId: change.id,
        version: change.version,
        command: 'reject',
        may: () => allow,
        prepare: () =>
          ok({ rejectedBecause: 'There is no money for it: the funding was declined, withdrawn or lapsed' }),
      })
    }),
  )
}
