import { now } from '@/lib/platform/clock'
import { addDays, dateFromDay, dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { db } from '../support/journey'

/** The draft of an award notice of this payer, due in so many days; how it comes to be is tested with the order. @returns its id */
export async function aNoticeDue(payerId: string, days = 5, missing = 0): Promise<string> {
  const id = newId()
  const text = 'Notice: UK6: Contract award notice\nContract: C000900-01: Lindale Record\nSupplier: Lindale\n'
  const draft = { kind: 'UK6', callOffId: newId(), payerId, termsHash: 'a'.repeat(64), state: 'drafted', text }
  const dueOn = dateFromDay(addDays(dayOf(now()), days))
  await db.noticeObligation.create({ data: { id, ...draft, missing, dueOn, draftedAt: now() } })
  return id
}
