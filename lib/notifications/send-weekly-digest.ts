import 'server-only'
import { listOpenedSince } from '@/lib/assurance/non-conformities/list-opened-since'
import type { Person } from '@/lib/identity/person'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf, dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import { transaction } from '@/lib/platform/transaction'
import { listBuyers } from './list-buyers'
import { writeLetters } from './write-letters'

/** Once a week, on the first look of a Monday or later: non-conformities opened in the week before, to those who hold contracts (§9). */
export async function sendWeeklyDigest(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now)
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7))
  await transaction(async (tx) => {
    const opened = await listOpenedSince(tx, addDays(monday, -7), addDays(monday, -1))
    const lines = new Map<string, { person: Person; about: string[] }>()
    for (const moduleVersionId of new Set(opened.map((nc) => nc.moduleVersionId))) {
      const about = opened.filter((nc) => nc.moduleVersionId === moduleVersionId).map((nc) => nc.words)
      for (const person of await listBuyers(tx, ctx, moduleVersionId)) {
        const held = lines.get(person.id) ?? { person, about: [] }
        lines.set(person.id, { person, about: [...held.about, ...about] })
      }
    }
    for (const { person, about } of lines.values())
      await writeLetters(tx, ctx, [person], {
        kind: 'non-conformities',
        reason: `digest/${monday}`,
        subject: `Non-conformities of your modules, week before ${dayWords(monday)}`,
        body: `${about.join('\n')}\n\n${env().publicUrl}/watch`,
      })
  })
}
