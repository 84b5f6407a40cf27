import 'server-only'
import { listPeopleById } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { queueMail } from '@/lib/platform/mail'
import { transaction } from '@/lib/platform/transaction'
import { letterKey, letterOf } from './notice-letter'
import { dueReminder, reminderDays } from './notice-rules'
import { addReminder, findUnacknowledged } from './notice-store'

/** Longer ago than this nobody is reminded: a letter to somebody who has left would wait for ever. */
const mostDays = 60
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/** By time: what must be acknowledged and is not is sent again on the 3rd, 7th and 14th day, on each once (NT-02). */
export async function repeatNotices(ctx: Context): Promise<void> {
  for (const day of reminderDays) {
    const sent = { after: daysBefore(ctx.now, mostDays), before: daysBefore(ctx.now, day - 1) }
    const waiting = await findUnacknowledged(db, sent, day)
    await remind(
      ctx,
      waiting.filter(({ sentAt, reminders }) => {
        const before = reminders.map((reminder) => reminder.day)
        return dueReminder(dayOf(sentAt), before, dayOf(ctx.now)) === day
      }),
      day,
    )
  }
}

async function remind(ctx: Context, due: Awaited<ReturnType<typeof findUnacknowledged>>, day: number): Promise<void> {
  if (due.length === 0) return
  await transaction(async (tx) => {
    const people = await listPeopleById(
      tx,
      due.map(({ personId }) => personId),
    )
    for (const notice of due) {
      const person = people.get(notice.personId)
      if (!person || !(await addReminder(tx, notice.id, day, ctx.now))) continue
      await queueMail(tx, ctx, { key: letterKey(notice.id, day), to: person.email, ...letterOf(notice, day) })
    }
  })
}
