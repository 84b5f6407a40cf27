import 'server-only'
import type { Context } from '@/lib/platform/context'
import { isId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { removeSubscription } from './subscription-store'

/** Its owner wants to hear of it no more (NT-01). Another's subscription is not found. */
export function unsubscribe(ctx: Context, { subscriptionId }: { subscriptionId: string }): Promise<Result<undefined>> {
  return transaction(async (tx) => {
    const { kind, userId } = ctx.actor
    if (kind !== 'person' || !isId(subscriptionId) || !(await removeSubscription(tx, subscriptionId, userId)))
      return refuse({ kind: 'not-found' })
    await record(tx, ctx, { name: 'Unsubscribed', about: { type: 'Person', id: userId }, data: { subscriptionId } })
    return ok(undefined)
  })
}
