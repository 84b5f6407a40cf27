import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { markNotificationsRead } from '../bell/bell-store'
import { bellKey } from './notice-letter'
import { addAcknowledgement, hasNotice } from './notice-store'

/** Its reader says that they have read a notice (NT-02): it is not sent again. Another's notice is not found. */
export function acknowledgeNotice(ctx: Context, { noticeId }: { noticeId: string }): Promise<Result<undefined>> {
  return transaction(async (tx) => {
    if (ctx.actor.kind !== 'person' || !(await hasNotice(tx, noticeId, ctx.actor.userId)))
      return refuse({ kind: 'not-found' })
    if (!(await addAcknowledgement(tx, noticeId, ctx.now))) return ok(undefined)
    await markNotificationsRead(tx, ctx.actor.userId, ctx.now, { key: bellKey(noticeId) })
    await record(tx, ctx, { name: 'NoticeAcknowledged', about: { type: 'Notice', id: noticeId } })
    return ok(undefined)
  })
}
