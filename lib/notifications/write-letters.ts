import 'server-only'
import type { Person } from '@/lib/identity/person'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { queueMail } from '@/lib/platform/mail'
import { pathIn, rhythmFor } from './bell/bell-rules'
import { findPreferences, insertNotifications } from './bell/bell-store'
import type { LetterKind } from './bell/letter-kind'

type Words = { kind: LetterKind; reason: string; subject: string; body: string }

/**
 * The same letter to several people, each once: `reason` names what it is about, and stays the same when asked again. Everybody
 * finds it at the bell; by mail it goes at once, in a digest or not at all, as its reader has chosen for this kind.
 */
export async function writeLetters(
  tx: Tx,
  ctx: Context,
  people: Person[],
  { kind, reason, subject, body }: Words,
): Promise<void> {
  const once = [...new Map(people.map((person) => [person.id, person])).values()]
  if (once.length === 0) return
  const chosen = new Map(
    (
      await findPreferences(
        tx,
        once.map(({ id }) => id),
        kind,
      )
    ).map((row) => [row.personId, row.rhythm]),
  )
  const rows = once.map(({ id, email }) => ({
    email,
    row: {
      id: newId(),
      key: `${reason}/${id}`,
      personId: id,
      kind,
      subject,
      text: body,
      path: pathIn(body, env().publicUrl),
      rhythm: rhythmFor(kind, chosen.get(id)),
      createdAt: ctx.now,
    },
  }))
  const written = await insertNotifications(
    tx,
    rows.map(({ row }) => row),
  )
  for (const { email, row } of rows)
    if (written.has(row.key) && row.rhythm === 'at-once')
      await queueMail(tx, ctx, { key: row.key, to: email, subject, body })
}
