import 'server-only'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { voidFunding } from '@/lib/funding/void-funding'
import type { Context } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import { allow } from '@/lib/platform/decision'
import { againWhenStale, ok } from '@/lib/platform/refusal'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import type { CallOff } from './call-off'
import { findUnsignedCallOffs } from './call-off-store'
import { climb } from './move-call-off'

/** On ModuleRemoved: orders that were not signed are void, and their money is free again (assurance §9). Twice does nothing. */
export async function voidCallOffsWhenRemoved(ctx: Context, event: StoredEvent): Promise<void> {
  for (const callOff of await findUnsignedCallOffs(db, event.about.id))
    againWhenStale(await transaction((tx) => voidOne(tx, ctx, callOff)))
}

const voidOne = (tx: Tx, ctx: Context, { id, version, moduleVersionId }: CallOff) =>
  climb(tx, ctx, {
    id,
    version,
    command: 'void',
    may: () => allow,
    follow: async ({ fundingRequestId }) => {
      const request = fundingRequestId ? await readFundingRequest(tx, fundingRequestId) : undefined
      return request && ['submitted', 'recommended', 'returned', 'approved'].includes(request.state)
        ? voidFunding(tx, ctx, request)
        : ok(undefined)
    },
    data: () => ({ moduleVersionId }),
  })
