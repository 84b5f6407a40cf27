import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Slip, SlipKind, SlipState } from './slip'

const select = {
  number: true,
  kind: true,
  state: true,
  createdById: true,
  createdAt: true,
  enteredById: true,
  enteredAt: true,
  matchedRun: true,
  voidReason: true,
  voidById: true,
} as const

/** The slips of a switch by number; `take` of them, the undone first. */
export async function findSlips(tx: Tx, switchId: string, take = 200): Promise<Slip[]> {
  const rows = await tx.reEntryItem.findMany({
    where: { switchId },
    select,
    orderBy: [{ state: 'desc' }, { number: 'asc' }],
    take,
  })
  return rows.map((row) => ({ ...row, kind: row.kind as SlipKind, state: row.state as SlipState }))
}

export async function findSlip(tx: Tx, switchId: string, number: number): Promise<Slip | undefined> {
  const row = await tx.reEntryItem.findUnique({ where: { switchId_number: { switchId, number } }, select })
  return row ? { ...row, kind: row.kind as SlipKind, state: row.state as SlipState } : undefined
}

/** How many slips there are, and how many of them the new system does not hold yet. */
export async function countSlips(tx: Tx, switchId: string): Promise<{ open: number; all: number }> {
  const all = await tx.reEntryItem.count({ where: { switchId } })
  const open = await tx.reEntryItem.count({ where: { switchId, state: { in: ['open', 'entered'] } } })
  return { open, all }
}

/** False where the log has a slip of that number. */
export async function insertSlip(
  tx: Tx,
  slip: { switchId: string; number: number; kind: SlipKind; createdById: string; createdAt: Date },
): Promise<boolean> {
  const { count } = await tx.reEntryItem.createMany({ data: [{ ...slip, state: 'open' }], skipDuplicates: true })
  return count === 1
}

type SlipChange = Partial<{
  state: SlipState
  enteredById: string
  enteredAt: Date
  matchedRun: string
  voidReason: string
  voidById: string
  voidAgreedById: string
}>

export async function saveSlip(tx: Tx, switchId: string, number: number, data: SlipChange): Promise<void> {
  await tx.reEntryItem.update({
    where: { switchId_number: { switchId, number } },
    data,
    select: { number: true },
  })
}

/** Every slip that was typed in before a run, found in it (C25). How many there were. */
export async function markMatched(
  tx: Tx,
  switchId: string,
  { matchedRun, before }: { matchedRun: string; before: Date },
): Promise<number> {
  const { count } = await tx.reEntryItem.updateMany({
    where: { switchId, state: 'entered', enteredAt: { lte: before } },
    data: { state: 'matched', matchedRun },
  })
  return count
}
