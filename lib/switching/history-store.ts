import 'server-only'
import type { Tx } from '@/lib/platform/db'

export type HistoryLine = {
  id: bigint
  name: string
  actorKind: string
  actorId: string
  /** False for what happened to the site of the new contract. */
  aboutSwitch: boolean
  from: string | null
  to: string | null
  data: Record<string, unknown>
  at: Date
}

/** What happened to a switch and to the site of its new contract, oldest first. */
export async function findHistory(tx: Tx, switchId: string, siteIds: string[]): Promise<HistoryLine[]> {
  const rows = await tx.event.findMany({
    where: {
      OR: [
        { aboutType: 'Switch', aboutId: switchId },
        { aboutType: 'ContractSite', aboutId: { in: siteIds } },
      ],
    },
    select: {
      id: true,
      name: true,
      actorKind: true,
      actorId: true,
      aboutType: true,
      fromState: true,
      toState: true,
      data: true,
      at: true,
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ aboutType, fromState, toState, data, ...row }) => {
    return {
      ...row,
      data: data as Record<string, unknown>,
      aboutSwitch: aboutType === 'Switch',
      from: fromState,
      to: toState,
    }
  })
}
