import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { workingDaysLeft } from '@/lib/platform/working-days'
import { readSettings } from '@/lib/settings/read-settings'
import { releaseSlices } from './budget-store'
import { moveFunding } from './decide-funding'
import type { FundingRequest } from './funding-request'
import { mayDecideFunding, mayRecommendFunding, mayReturnFunding, mayWithdrawFunding } from './funding-request-policy'
import type { DeclineFundingInput, NotedInput, WithdrawFundingInput } from './funding-request-schema'
import { findPayer } from './funding-store'
import { getFundingLimits } from './get-funding-limits'
import { recordFunds } from './record-funds'

/** Declines a request with a code and words; what was reserved is free again. */
export function declineFunding(
  ctx: Context,
  { code, reason, ...input }: DeclineFundingInput,
): Promise<Result<FundingRequest>> {
  return transaction(async (tx) => {
    const limits = await getFundingLimits(tx, ctx, await findPayer(tx, input.id))
    if (!limits.ok) return limits
    return moveFunding(tx, ctx, {
      ...input,
      command: 'decline',
      may: (request) => mayDecideFunding(ctx.actor, request, limits.value),
      change: { decidedById: ctx.actor.userId, decidedAt: ctx.now, declineCode: code, decisionReason: reason },
      note: { kind: 'decline', text: reason },
      settings: limits.value.settings,
      money: (db, request) => release(db, ctx, request),
    })
  })
}

/** Recommends a request to whoever decides. */
export function recommendFunding(ctx: Context, { text, ...input }: NotedInput): Promise<Result<FundingRequest>> {
  return transaction((tx) =>
    moveFunding(tx, ctx, {
      ...input,
      command: 'recommend',
      may: (request) => mayRecommendFunding(ctx.actor, request),
      change: ({ recommendedByIds }) => ({ recommendedByIds: [...recommendedByIds, ctx.actor.userId] }),
      note: { kind: 'recommendation', text },
    }),
  )
}

/** Returns a request with a question: its clock stands until the answer, the money stays reserved. */
export function returnFunding(ctx: Context, { text, ...input }: NotedInput): Promise<Result<FundingRequest>> {
  return transaction(async (tx) => {
    const settings = await readSettings(tx, ctx, await findPayer(tx, input.id), ['bank-holidays'])
    if (!settings.ok) return settings
    return moveFunding(tx, ctx, {
      ...input,
      command: 'return',
      may: (request) => mayReturnFunding(ctx.actor, request),
      change: ({ dueOn }) => ({
        daysLeft: workingDaysLeft(dayOf(ctx.now), dueOn, settings.value.list('bank-holidays')),
      }),
      note: { kind: 'question', text },
      settings: settings.value.ids,
    })
  })
}

/** Takes a request back before it is decided; what was reserved is free again. */
export function withdrawFunding(ctx: Context, input: WithdrawFundingInput): Promise<Result<FundingRequest>> {
  return transaction((tx) =>
    moveFunding(tx, ctx, {
      ...input,
      command: 'withdraw',
      may: (request) => mayWithdrawFunding(ctx.actor, request),
      change: { daysLeft: null },
      money: (db, request) => release(db, ctx, request),
    }),
  )
}

async function release(tx: Tx, ctx: Context, request: FundingRequest): Promise<undefined> {
  await recordFunds(tx, ctx, 'FundsReleased', request, await releaseSlices(tx, request.id))
}
