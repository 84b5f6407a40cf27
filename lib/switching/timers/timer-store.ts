import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { SwitchTimer, TimerState } from './timer'

/** The bank holidays of England that are known (TM-02). */
export async function findBankHolidays(tx: Tx): Promise<Day[]> {
  const rows = await tx.bankHoliday.findMany({ select: { day: true }, orderBy: { day: 'asc' } })
  return rows.map(({ day }) => dayFromDate(day))
}

export async function findTimers(tx: Tx, switchId: string): Promise<SwitchTimer[]> {
  const rows = await tx.switchTimer.findMany({
    where: { switchId },
    select: { kind: true, dueOn: true, state: true, warned: true, escalated: true },
    orderBy: [{ dueOn: 'asc' }, { kind: 'asc' }],
  })
  return rows.map((row) => ({ ...row, dueOn: dayFromDate(row.dueOn), state: row.state as TimerState }))
}

export async function saveTimer(tx: Tx, switchId: string, timer: SwitchTimer, changedAt: Date): Promise<void> {
  const { kind, dueOn, ...rest } = timer
  const data = { ...rest, dueOn: dateFromDay(dueOn), changedAt }
  await tx.switchTimer.upsert({
    where: { switchId_kind: { switchId, kind } },
    create: { switchId, kind, ...data },
    update: data,
    select: { kind: true },
  })
}

export async function removeTimer(tx: Tx, switchId: string, kind: string): Promise<void> {
  await tx.switchTimer.deleteMany({ where: { switchId, kind } })
}
