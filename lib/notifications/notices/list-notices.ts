import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { deliveriesOf } from '@/lib/platform/mail-deliveries'
import type { NoticeView } from './notice'
import { letterKey } from './notice-letter'
import { findNotices } from './notice-store'

/** What the signed-in person was told, the newest first: each reader their own. */
export async function listNotices(ctx: Context): Promise<NoticeView[]> {
  if (ctx.actor.kind !== 'person') return []
  const notices = await findNotices(db, ctx.actor.userId)
  const deliveries = await deliveriesOf(
    db,
    notices.map(({ id }) => letterKey(id, 0)),
  )
  return notices.map(({ sentAt, reminders, acknowledgement, ...notice }) => ({
    ...notice,
    sentOn: dayOf(sentAt),
    remindedOn: reminders.map(({ at }) => dayOf(at)),
    acknowledgedOn: acknowledgement && dayOf(acknowledgement.at),
    delivery: deliveries.get(letterKey(notice.id, 0)) ?? 'waiting',
  }))
}
