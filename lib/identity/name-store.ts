import 'server-only'
import type { Day } from '@/lib/platform/days'
import { dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { inForce } from './identity-store'

export async function findNames(tx: Tx, ids: string[]): Promise<{ id: string; name: string }[]> {
  const where = { id: { in: [...new Set(ids)] } }
  const select = { id: true, name: true }
  const [organisations, people] = await Promise.all([
    tx.organisation.findMany({ where, select }),
    tx.person.findMany({ where, select }),
  ])
  return [...organisations, ...people]
}

export async function findHolders(tx: Tx, role: string, organisationId: string, today: Day) {
  const day = dateFromDay(today)
  return tx.person.findMany({
    where: {
      endedAt: null,
      grants: { some: { role, organisationId, ...inForce(day) } },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}
