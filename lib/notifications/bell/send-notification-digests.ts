import 'server-only'
import { listPeopleById } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { queueMail } from '@/lib/platform/mail'
import { transaction } from '@/lib/platform/transaction'
import { digestUntil } from './bell-rules'
import { findWaitingPeople, takeWaiting } from './bell-store'

/** By time: what people asked to get once a day or once a week, one letter each. Twice, or by two at once, each thing is told once. */
export async function sendNotificationDigests(ctx: Context): Promise<void> {
  for (const rhythm of ['daily', 'weekly'] as const) {
    const waiting = { rhythm, before: digestUntil(rhythm, dayOf(ctx.now)) }
    for (const personId of await findWaitingPeople(db, waiting)) await sendOne(ctx, personId, waiting)
  }
}

function sendOne(ctx: Context, personId: string, waiting: { rhythm: 'daily' | 'weekly'; before: Date }) {
  return transaction(async (tx) => {
    const told = await takeWaiting(tx, personId, waiting, ctx.now)
    // Who has left gets no letter; what waited for them is done with.
    const person = (await listPeopleById(tx, [personId])).get(personId)
    if (!person || told.length === 0) return
    const { publicUrl } = env()
    await queueMail(tx, ctx, {
      key: `letters/${waiting.rhythm}/${told[0]!.id}`,
      to: person.email,
      subject: told.length === 1 ? told[0]!.subject : `${told.length} things that you should know`,
      body: [
        ...told.map(({ subject, path }) => `${subject}\n${publicUrl}${path}`),
        `How often you get letters: ${publicUrl}/account/notifications`,
      ].join('\n\n'),
    })
  })
}
