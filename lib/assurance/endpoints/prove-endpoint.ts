import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { allow } from '@/lib/platform/decision'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeEndpoint } from './change-endpoint'
import type { Endpoint } from './endpoint'
import { mayKeepEndpoint } from './endpoint-policy'
import type { EndpointMove } from './endpoint-schema'
import { isHostApproved, moveEndpoint } from './endpoint-store'

/** The supplier asks the portal to look for the nonce now; the worker looks, and the page says what it saw. */
export const askForProof = (ctx: Context, move: EndpointMove): Promise<Result<Endpoint>> =>
  transaction((tx) =>
    changeEndpoint(tx, ctx, move, {
      command: 'ask',
      may: mayKeepEndpoint,
      change: () => ({ askedAt: ctx.now, seen: null }),
    }),
  )

/** What the worker saw: the nonce, so that the host is the supplier's (CS-05); a host that was approved before stays so. */
export const recordProof = (ctx: Context, move: EndpointMove, by: 'dns' | 'file'): Promise<Result<Endpoint>> =>
  transaction((tx) =>
    changeEndpoint(tx, ctx, move, {
      command: 'prove',
      may: () => allow,
      change: async ({ host, supplierId, approvedOn }) => {
        const approved = await isHostApproved(tx, host, supplierId)
        const today = dayOf(ctx.now)
        const proven = { provenOn: today, provenBy: by, seen: null, askedAt: null }
        return approved
          ? { ...proven, state: 'approved', approvedOn: approvedOn ?? today }
          : { ...proven, state: 'proven' }
      },
      data: () => ({ by }),
    }),
  )

/** … or that it was not there, in words for the supplier. Not a move: a later look may find it. */
export const noteNotProven = (endpoint: Pick<Endpoint, 'id' | 'version'>, seen: string): Promise<boolean> =>
  transaction((tx) => moveEndpoint(tx, endpoint.id, endpoint.version, { seen: seen.slice(0, 500), askedAt: null }))
