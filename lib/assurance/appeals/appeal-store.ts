import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Appeal } from './appeal'
import type { AppealState } from './appeal-machine'

const columns = {
  id: true,
  decisionId: true,
  moduleVersionId: true,
  supplierId: true,
  grounds: true,
  state: true,
  lodgedById: true,
  lodgedAt: true,
  endedOn: true,
  outcomeId: true,
  version: true,
} as const
type Row = Omit<Appeal, 'state' | 'endedOn'> & { state: string; endedOn: Date | null }
const appealOf = (row: Row): Appeal => ({
  ...row,
  state: row.state as AppealState,
  endedOn: row.endedOn && dayFromDate(row.endedOn),
})

/** One appeal by its id. */
export async function findAppeal(tx: Tx, id: string): Promise<Appeal | undefined> {
  const row = await tx.appeal.findUnique({ where: { id }, select: columns })
  return row ? appealOf(row) : undefined
}

/** Appeals of these suppliers, the newest first; of everybody where none are named. */
export async function findAppeals(tx: Tx, supplierIds?: string[], state?: AppealState): Promise<Appeal[]> {
  const rows = await tx.appeal.findMany({
    where: { ...(supplierIds && { supplierId: { in: supplierIds } }), ...(state && { state }) },
    select: columns,
    orderBy: [{ lodgedAt: 'desc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(appealOf)
}

/** False where an appeal against that decision is there already. */
export async function addAppeal(tx: Tx, { endedOn: _, ...appeal }: Appeal): Promise<boolean> {
  return (await tx.appeal.createMany({ data: [appeal], skipDuplicates: true })).count === 1
}

/** The end of an appeal; false where somebody was faster. */
export async function endAppeal(
  tx: Tx,
  appeal: Appeal,
  end: { state: AppealState; on: Day; outcomeId: string },
): Promise<boolean> {
  const { count } = await tx.appeal.updateMany({
    where: { id: appeal.id, version: appeal.version, state: appeal.state },
    data: {
      state: end.state,
      endedOn: dateFromDay(end.on),
      outcomeId: end.outcomeId,
      version: { increment: 1 },
    },
  })
  return count === 1
}
