import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { CapacityKind, CapacityWeek } from './capacity'

type Row = Awaited<ReturnType<Tx['capacityWeek']['findFirstOrThrow']>>
const toWeek = ({ week, kind, ...row }: Row): CapacityWeek => ({
  ...row,
  kind: kind as CapacityKind,
  week: dayFromDate(week),
})

/** The weeks that these organisations publish, from a day on. */
export async function findWeeks(tx: Tx, organisationIds: string[], from: Day): Promise<CapacityWeek[]> {
  const rows = await tx.capacityWeek.findMany({
    where: { organisationId: { in: organisationIds }, week: { gte: dateFromDay(from) } },
    orderBy: [{ week: 'asc' }, { kind: 'asc' }],
    take: 200,
  })
  return rows.map(toWeek)
}

export async function findWeek(tx: Tx, id: string): Promise<CapacityWeek | undefined> {
  const row = await tx.capacityWeek.findUnique({ where: { id } })
  return row ? toWeek(row) : undefined
}

/** Says anew how much there is in a week. False where more is taken than that. */
export async function saveWeek(tx: Tx, { week, taken: _, ...rest }: CapacityWeek): Promise<boolean> {
  const on = dateFromDay(week)
  const { organisationId, kind, slots, blackout } = rest
  await tx.capacityWeek.createMany({ data: [{ ...rest, week: on }], skipDuplicates: true })
  const { count } = await tx.capacityWeek.updateMany({
    where: { organisationId, kind, week: on, taken: { lte: slots } },
    data: { slots, blackout },
  })
  return count === 1
}

/** Takes one slot of a week, as long as there is one: the row is locked by the update, so one wins the last slot (CC-01). */
export async function takeSlot(
  tx: Tx,
  reservation: { id: string; weekId: string; switchId: string; reservedById: string; reservedAt: Date },
): Promise<boolean> {
  const taken = await tx.$executeRaw`update "CapacityWeek" set taken = taken + 1
    where id = ${reservation.weekId}::uuid and taken < slots and not blackout`
  if (taken !== 1) return false
  return (await tx.capacityReservation.createMany({ data: [reservation], skipDuplicates: true })).count === 1
}

/** What a switch has reserved. */
export async function findReserved(tx: Tx, switchId: string): Promise<{ weekId: string; kind: string; week: Day }[]> {
  const rows = await tx.capacityReservation.findMany({
    where: { switchId, releasedAt: null },
    select: { weekId: true, week: { select: { kind: true, week: true } } },
    orderBy: { reservedAt: 'asc' },
  })
  return rows.map(({ weekId, week }) => ({ weekId, kind: week.kind, week: dayFromDate(week.week) }))
}

/** Gives back what a switch has reserved, or one week of it. How many slots. */
export async function releaseSlots(tx: Tx, switchId: string, at: Date, weekId?: string): Promise<number> {
  const where = { switchId, releasedAt: null, ...(weekId ? { weekId } : {}) }
  const held = await tx.capacityReservation.findMany({ where, select: { id: true, weekId: true } })
  for (const { id, weekId: week } of held) {
    await tx.capacityReservation.update({ where: { id }, data: { releasedAt: at }, select: { id: true } })
    await tx.$executeRaw`update "CapacityWeek" set taken = taken - 1 where id = ${week}::uuid`
  }
  return held.length
}
