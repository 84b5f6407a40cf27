import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { addDays, type Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { type Contract, noticeDateOf } from './contract'
import { dueReminder } from './contract-rules'
import { findContractsWithNoticeDate } from './contract-store'
import { longestReminder, reminderOffsets } from './read-reminder-offsets'

export type Reminder = {
  /** Names contract, anchor and offset: the same reminder always has the same key. */
  key: string
  contract: Contract
  noticeDate: Day
  daysLeft: number
  practice: string
  supplier: string
}

/** The reminders of a notice date that are due today, of contracts of which nobody has given notice: for letters of the portal itself. */
export async function listReminders(tx: Tx, today: Day): Promise<Reminder[]> {
  const near = await findContractsWithNoticeDate(tx, today, addDays(today, await longestReminder(tx, today)))
  const name = await listNames(
    tx,
    near.flatMap((c) => [c.practiceId, c.supplierId]),
  )
  const offsetsOf = reminderOffsets(tx, today)
  const due: Reminder[] = []
  for (const contract of near) {
    const offset = dueReminder(contract, today, (await offsetsOf(contract.payerId)) ?? [])
    if (offset === undefined) continue
    const noticeDate = noticeDateOf(contract)
    due.push({
      key: `notice-date/${contract.id}/${noticeDate}/${offset}`,
      contract,
      noticeDate,
      daysLeft: offset,
      practice: name(contract.practiceId),
      supplier: name(contract.supplierId),
    })
  }
  return due
}
