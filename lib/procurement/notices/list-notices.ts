import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Actor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { isOverdue, type NoticeObligation } from './notice-obligation'
import { mayKeepNotices } from './notice-obligation-policy'
import { findNotice, findNotices } from './notice-obligation-store'

export type NoticeView = NoticeObligation & { payer: string; isOverdue: boolean }

/** Notices of the payers for which the actor keeps them (P8), those to be published first; undefined where there is no such payer. */
export async function listNotices(ctx: Context): Promise<NoticeView[] | undefined> {
  const payerIds = payersOf(ctx.actor)
  if (payerIds.length === 0) return undefined
  return views(ctx, await findNotices(db, payerIds))
}

/** One notice, for those who keep it; undefined to everybody else. */
export async function getNotice(ctx: Context, id: string): Promise<NoticeView | undefined> {
  const notice = isId(id) ? await findNotice(db, id) : undefined
  if (!notice || !mayKeepNotices(ctx.actor, notice).allowed) return undefined
  return (await views(ctx, [notice]))[0]
}

const payersOf = (actor: Actor): string[] =>
  actor.grants.map((grant) => grant.organisationId).filter((payerId) => mayKeepNotices(actor, { payerId }).allowed)

async function views(ctx: Context, notices: NoticeObligation[]): Promise<NoticeView[]> {
  const name = await listNames(
    db,
    notices.map(({ payerId }) => payerId),
  )
  const today = dayOf(ctx.now)
  return notices.map((notice) => ({ ...notice, payer: name(notice.payerId), isOverdue: isOverdue(notice, today) }))
}
