import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { readCast } from '@/lib/switching/read-cast'
import { type TimerName, timerKinds } from '@/lib/switching/timers/timer-kinds'
import { listCommissioners, listOwners, listSwitchRole } from './list-switch-readers'
import { writeLetters } from './write-letters'

type Told = { timer: string; dueOn: Day; escalated: number }

/**
 * TM-03: tells the owner of a day that is near or past; the IT delivery partner too after two working days, the commissioner
 * after five. The event says who is to hear; it was decided when the timer was evaluated.
 */
export async function tellSwitchTimer(ctx: Context, event: StoredEvent): Promise<void> {
  const { timer, dueOn, escalated } = event.data as Told
  const kind = Object.hasOwn(timerKinds, timer) ? timerKinds[timer as TimerName] : undefined
  if (!kind) return
  await transaction(async (tx) => {
    const cast = await readCast(tx, event.about.id)
    if (!cast) return
    const people = await listOwners(tx, ctx, cast, kind.owner)
    if (escalated >= 2) people.push(...(await listSwitchRole(tx, ctx, cast, 'delivery-partner')))
    if (escalated >= 3) people.push(...(await listCommissioners(tx, ctx, cast)))
    const isNear = event.name === 'SwitchTimerWarned'
    await writeLetters(tx, ctx, people, {
      kind: 'switches',
      reason: `switch/${event.id}`,
      subject: isNear
        ? `${cast.practice}: “${kind.title}” is due on ${dayWords(dueOn)}`
        : `${cast.practice}: “${kind.title}” is overdue`,
      body: `${kind.title}: ${isNear ? 'due on' : 'was due on'} ${dayWords(dueOn)}. It is for the ${kind.owner[0]!.toLowerCase()}${kind.owner.slice(1)}.\n\nWhat is missing, and why: ${env().publicUrl}/switches/${cast.of.id}`,
    })
  })
}
