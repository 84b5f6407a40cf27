import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { allow } from '@/lib/platform/decision'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeEndpoint } from './change-endpoint'
import { type Endpoint, proofDays } from './endpoint'
import { mayApproveEndpoint, mayRevokeEndpoint } from './endpoint-policy'
import type { EndpointMove, RevokeEndpoint } from './endpoint-schema'
import { findProofsBefore } from './endpoint-store'

/** SG-02: a person of the authority has looked at the host. */
export const approveEndpoint = (ctx: Context, move: EndpointMove): Promise<Result<Endpoint>> =>
  transaction((tx) =>
    changeEndpoint(tx, ctx, move, {
      command: 'approve',
      may: mayApproveEndpoint,
      change: () => ({ approvedById: ctx.actor.userId, approvedOn: dayOf(ctx.now) }),
    }),
  )

/** It is tested no more: by its supplier, or by the authority. Its token is forgotten. */
export const revokeEndpoint = (ctx: Context, { reason, ...move }: RevokeEndpoint): Promise<Result<Endpoint>> =>
  transaction((tx) =>
    changeEndpoint(tx, ctx, move, {
      command: 'revoke',
      may: mayRevokeEndpoint,
      change: () => ({ revokedReason: reason, sealedToken: null }),
    }),
  )

/** By time (CL-12): a proof of more than 90 days ago counts no more. */
export async function letProofsExpire(ctx: Context): Promise<void> {
  for (const { id, version } of await findProofsBefore(db, addDays(dayOf(ctx.now), -proofDays)))
    await transaction((tx) =>
      changeEndpoint(tx, ctx, { id, version }, { command: 'expire', may: () => allow, change: () => ({}) }),
    )
}
