import 'server-only'
import { type Day, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { SignedReport } from '@/lib/reconciliation/report'
import type { FactValue } from '../facts/fact'
import type { Switch, SwitchPart, SwitchRole, SwitchState } from '../switch'
import type { SwitchTimer, TimerState } from '../timers/timer'

/** So many switches are shown at once, the newest first. */
export const mostShown = 500

type Side = 'payerId' | 'losingSupplierId' | 'gainingSupplierId'

/** The switches in which one of these organisations stands on one of these sides. */
export async function findOn(tx: Tx, organisationIds: string[], sides: Side[]): Promise<Switch[]> {
  const rows = await tx.switch.findMany({
    where: { OR: sides.map((side) => ({ [side]: { in: organisationIds } })) },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: mostShown,
  })
  return rows.map((row) => ({
    ...row,
    state: row.state as SwitchState,
    stateBefore: row.stateBefore as SwitchState | null,
    part: row.part as SwitchPart,
    wentLiveOn: row.wentLiveOn && dayFromDate(row.wentLiveOn),
  }))
}

export async function findTimersOf(tx: Tx, ids: string[]): Promise<Map<string, SwitchTimer[]>> {
  const rows = await tx.switchTimer.findMany({
    where: { switchId: { in: ids } },
    omit: { changedAt: true },
    orderBy: [{ dueOn: 'asc' }, { kind: 'asc' }],
  })
  const bySwitch = new Map<string, SwitchTimer[]>()
  for (const { switchId, dueOn, state, ...timer } of rows) {
    const one = { ...timer, dueOn: dayFromDate(dueOn), state: state as TimerState }
    bySwitch.set(switchId, [...(bySwitch.get(switchId) ?? []), one])
  }
  return bySwitch
}

/** Who is named in which role, by switch. */
export async function findPeopleOf(tx: Tx, ids: string[]): Promise<Map<string, Map<SwitchRole, string>>> {
  const rows = await tx.switchPerson.findMany({
    where: { switchId: { in: ids } },
    select: { switchId: true, role: true, personId: true },
  })
  const bySwitch = new Map<string, Map<SwitchRole, string>>()
  for (const { switchId, role, personId } of rows) {
    const people = bySwitch.get(switchId) ?? new Map<SwitchRole, string>()
    bySwitch.set(switchId, people.set(role as SwitchRole, personId))
  }
  return bySwitch
}

/** The planned days of go-live that stand now. */
export async function findPlannedDays(tx: Tx, ids: string[]): Promise<Map<string, Day>> {
  const rows = await tx.switchFact.findMany({
    where: { switchId: { in: ids }, kind: 'dates', supersededAt: null },
    select: { switchId: true, value: true },
  })
  return new Map(rows.map(({ switchId, value }) => [switchId, String((value as FactValue).goLiveOn)]))
}

export type Finding = { id: string; switchId: string; phase: string; takenInAt: Date; content: SignedReport }

/** The last report of each switch. */
export async function findLastReports(tx: Tx, ids: string[]): Promise<Finding[]> {
  const rows = await tx.verifiedReport.findMany({
    where: { switchId: { in: ids } },
    select: { id: true, switchId: true, phase: true, takenInAt: true, content: true },
    orderBy: [{ switchId: 'asc' }, { takenInAt: 'desc' }, { id: 'asc' }],
    distinct: ['switchId'],
  })
  return rows.map((row) => ({ ...row, content: row.content as unknown as SignedReport }))
}
