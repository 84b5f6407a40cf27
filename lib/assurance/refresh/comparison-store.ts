import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { ValueChange } from './comparison-rules'

export async function findLastComparedDay(tx: Tx): Promise<Day | undefined> {
  const row = await tx.comparedDay.findFirst({ orderBy: { day: 'desc' }, select: { day: true } })
  return row ? dayFromDate(row.day) : undefined
}

export async function addComparedDay(tx: Tx, day: Day, comparedAt: Date): Promise<void> {
  await tx.comparedDay.createMany({ data: [{ day: dateFromDay(day), comparedAt }], skipDuplicates: true })
}

type Compared = { moduleVersionId: string; today: Day; since: Day; changes: ValueChange[] }

/** False where the changes of this day are kept already. */
export async function addConformanceChange(tx: Tx, { moduleVersionId, today, since, changes }: Compared) {
  const row = { moduleVersionId, day: dateFromDay(today), sinceDay: dateFromDay(since), changes }
  return (await tx.conformanceChange.createMany({ data: [row], skipDuplicates: true })).count === 1
}
