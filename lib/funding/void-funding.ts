import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { allow } from '@/lib/platform/decision'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { releaseSlices } from './budget-store'
import { moveFunding } from './decide-funding'
import type { FundingRequest } from './funding-request'
import { findUnused, markUsed } from './funding-store'
import { recordFunds } from './record-funds'

/**
 * Voids a request whose terms no longer stand (the supplier refused, the terms changed, the module was removed), inside the
 * caller's transaction: the caller has asked its own policy. What was reserved or committed and not spent is free again.
 */
export function voidFunding(
  tx: Tx,
  ctx: Context,
  request: Pick<FundingRequest, 'id' | 'version'>,
): Promise<Result<FundingRequest>> {
  return end(tx, ctx, request, 'void')
}

/**
 * Marks an approval as used, inside the transaction that uses it (the last signature): it lapses no more. Refused where it was
 * approved for other terms (B7), or is not approved any more.
 */
export async function markFundingUsed(
  tx: Tx,
  ctx: Context,
  request: Pick<FundingRequest, 'id' | 'termsHash'>,
  termsHash: string,
): Promise<Result<undefined>> {
  const because = 'The funding that was approved is not for these terms'
  if (request.termsHash !== termsHash) return refuse({ kind: 'conflict', because })
  return (await markUsed(tx, request.id, ctx.now)) ? ok(undefined) : refuse({ kind: 'stale' })
}

/** Lets approvals lapse that nobody used in their life; each in a transaction of its own. Twice does nothing. */
export async function lapseApprovals(ctx: Context): Promise<void> {
  for (const request of await findUnused(db, dayOf(ctx.now))) await transaction((tx) => end(tx, ctx, request, 'lapse'))
}

function end(tx: Tx, ctx: Context, { id, version }: { id: string; version: number }, command: 'void' | 'lapse') {
  return moveFunding(tx, ctx, {
    trusted: true,
    id,
    version,
    command,
    may: () => allow,
    change: { daysLeft: null },
    money: async (inside, request) => {
      await recordFunds(inside, ctx, 'FundsReleased', request, await releaseSlices(inside, request.id))
      return undefined
    },
  })
}
