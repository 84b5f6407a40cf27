import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf, dayWords } from '@/lib/platform/days'
import { type CalendarEntry, calendarText } from './calendar-rules'
import { isRunning } from './contract'
import { listContracts } from './list-contracts'

/** The notice dates and ends of the actor's running contracts as an .ics text. */
export async function getNoticeCalendar(ctx: Context): Promise<string> {
  const contracts = await listContracts(ctx.actor, dayOf(ctx.now))
  const entries = contracts
    .filter((c) => isRunning(c) || c.state === 'mobilising')
    .flatMap((c): CalendarEntry[] => [
      {
        uid: `notice-${c.id}@contracts.choose-and-switch-gp-systems`,
        day: c.noticeDate,
        title: `Last day to give notice: ${c.moduleName}, ${c.practice}`,
        text: `Contract ${c.number} with ${c.supplier} ends on ${dayWords(c.endsOn)}; it asks for ${c.noticeDays} days of notice.`,
        sequence: c.version,
      },
      {
        uid: `end-${c.id}@contracts.choose-and-switch-gp-systems`,
        day: c.endsOn,
        title: `Contract ends: ${c.moduleName}, ${c.practice}`,
        text: `Contract ${c.number} with ${c.supplier}, paid by ${c.payer}.`,
        sequence: c.version,
      },
    ])
  return calendarText(entries, ctx.now)
}
