import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'

export type Succession = {
  practiceId: string
  successorId: string
  succeedsOn: Day
  source: string
  /** Null where it came with a file: the import says who applied it, and when. */
  recordedById: string | null
  recordedAt: Date | null
}

/** False where the practice has a successor already. */
export async function insertSuccession(tx: Tx, { succeedsOn, ...row }: Succession): Promise<boolean> {
  const data = [{ ...row, succeedsOn: dateFromDay(succeedsOn) }]
  return (await tx.practiceSuccession.createMany({ data, skipDuplicates: true })).count === 1
}

/** Successions up to a day, the earliest first: a chain of them is followed in its order. */
export async function findSuccessions(tx: Tx, until?: Day): Promise<Succession[]> {
  const rows = await tx.practiceSuccession.findMany({
    ...(until ? { where: { succeedsOn: { lte: dateFromDay(until) } } } : {}),
    orderBy: [{ succeedsOn: 'asc' }, { practiceId: 'asc' }],
    take: 10_000,
  })
  return rows.map((row) => ({ ...row, succeedsOn: dayFromDate(row.succeedsOn) }))
}
