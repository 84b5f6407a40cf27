import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { hasNotification, markNotificationsRead } from './bell-store'

/** Its reader marks one notification as read. Another's is not found; a second time changes nothing. */
export function readNotification(ctx: Context, { id }: { id: string }): Promise<Result<undefined>> {
  return transaction(async (tx) => {
    if (ctx.actor.kind !== 'person' || !(await hasNotification(tx, id, ctx.actor.userId)))
      return refuse({ kind: 'not-found' })
    return mark(
      () => markNotificationsRead(tx, ctx.actor.userId, ctx.now, { id }),
      (count) => record(tx, ctx, happening(ctx, count)),
    )
  })
}

/** The signed-in person marks everything as read that they were told up to now. */
export function readAllNotifications(ctx: Context): Promise<Result<undefined>> {
  return transaction(async (tx) => {
    if (ctx.actor.kind !== 'person') return refuse({ kind: 'not-found' })
    return mark(
      () => markNotificationsRead(tx, ctx.actor.userId, ctx.now),
      (count) => record(tx, ctx, happening(ctx, count)),
    )
  })
}

async function mark(write: () => Promise<number>, note: (count: number) => Promise<void>) {
  const count = await write()
  if (count > 0) await note(count)
  return ok(undefined)
}

const happening = (ctx: Context, count: number) => ({
  name: 'NotificationsRead',
  about: { type: 'Person', id: ctx.actor.userId },
  data: { count },
})
