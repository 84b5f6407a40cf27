import 'server-only'
import type { Person } from '@/lib/identity/person'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { queueMail } from '@/lib/platform/mail'

/** The same letter to several people, each once: `reason` names what it is about, and stays the same when asked again. */
export async function writeLetters(
  tx: Tx,
  ctx: Context,
  people: Person[],
  { reason, subject, body }: { reason: string; subject: string; body: string },
): Promise<void> {
  const once = new Map(people.map((person) => [person.id, person]))
  for (const { id, email } of once.values())
    await queueMail(tx, ctx, { key: `${reason}/${id}`, to: email, subject, body })
}
