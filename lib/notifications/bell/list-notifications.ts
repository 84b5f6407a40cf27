import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { rhythmFor, rhythmsOf } from './bell-rules'
import { countUnreadOf, findNotifications, findPreferences } from './bell-store'
import { type LetterKind, type LetterRhythm, letterKinds, type NotificationView } from './letter-kind'

const pageSize = 20

/** One page of what the signed-in person was told, the newest first: each reader their own. */
export async function listNotifications(ctx: Context, asked: number) {
  const page = Number.isInteger(asked) && asked > 0 ? Math.min(asked, 10_000) : 1
  if (ctx.actor.kind !== 'person') return { notifications: [], page: 1, pages: 1, unread: 0 }
  const window = { skip: (page - 1) * pageSize, take: pageSize }
  const { rows, total } = await findNotifications(db, ctx.actor.userId, window)
  const notifications = rows.map(
    ({ createdAt, readAt, ...row }): NotificationView => ({
      ...row,
      at: createdAt,
      on: dayOf(createdAt),
      isRead: readAt !== null,
    }),
  )
  const unread = await countUnread(ctx.actor)
  return { notifications, page, pages: Math.max(1, Math.ceil(total / pageSize)), unread }
}

/** The number on the bell; 0 for visitors. */
export const countUnread = async (actor: Actor): Promise<number> =>
  actor.kind === 'person' ? countUnreadOf(db, actor.userId) : 0

export type RhythmChoice = { kind: LetterKind; words: string; rhythm: LetterRhythm; rhythms: LetterRhythm[] }

/** How often the signed-in person gets each kind of letter, and what they may choose. */
export async function listRhythms(ctx: Context): Promise<RhythmChoice[]> {
  if (ctx.actor.kind !== 'person') return []
  const chosen = new Map((await findPreferences(db, [ctx.actor.userId])).map((row) => [row.kind, row.rhythm]))
  return (Object.keys(letterKinds) as LetterKind[]).map((kind) => ({
    kind,
    words: letterKinds[kind].words,
    rhythm: rhythmFor(kind, chosen.get(kind)),
    rhythms: rhythmsOf(kind),
  }))
}
