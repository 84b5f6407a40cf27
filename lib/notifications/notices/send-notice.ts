import 'server-only'
import type { Person } from '@/lib/identity/person'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { queueMail } from '@/lib/platform/mail'
import { insertNotifications } from '../bell/bell-store'
import type { NoticeText } from './notice'
import { bellKey, letterKey, letterOf } from './notice-letter'
import { hashOfNotice } from './notice-rules'
import { addNotices } from './notice-store'

/**
 * Tells several people the same, each once, and keeps what was told (NT-02): recipient, hash of the words, delivery, and
 * later their acknowledgement. Part of the caller's transaction; the same key a second time does nothing, so a reaction may
 * run twice. With `mustAcknowledge` it is sent again on the 3rd, 7th and 14th day, until its reader has acknowledged it.
 * @returns how many were told now.
 */
export async function sendNotice(
  tx: Tx,
  ctx: Context,
  { recipients, ...notice }: NoticeText & { recipients: Person[] },
): Promise<number> {
  const once = new Map(recipients.map((person) => [person.id, person]))
  const { key, subject, text, about, mustAcknowledge } = notice
  const rows = [...once.keys()].map((personId) => ({
    id: newId(),
    key: `${key}/${personId}`,
    personId,
    subject,
    text,
    textSha256: hashOfNotice(notice),
    aboutType: about.type,
    aboutId: about.id,
    mustAcknowledge,
    sentAt: ctx.now,
  }))
  const written = await addNotices(tx, rows)
  // What must be provable is at the bell too, and by mail at once whatever its reader has chosen.
  await insertNotifications(
    tx,
    written.map(({ id, personId }) => ({
      id: newId(),
      key: bellKey(id),
      personId,
      kind: 'notices' as const,
      subject,
      text,
      path: '/account/notices',
      rhythm: 'at-once' as const,
      createdAt: ctx.now,
    })),
  )
  for (const row of written)
    await queueMail(tx, ctx, { key: letterKey(row.id, 0), to: once.get(row.personId)!.email, ...letterOf(row) })
  return written.length
}
