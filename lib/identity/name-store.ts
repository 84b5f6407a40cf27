import 'server-only'
import type { Day } from '@/lib/platform/days'
import { dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { inForce } from './identity-store'

export async function findNames(tx: Tx, ids: string[]): Promise<{ id: string; name: string }[]> {
  const where = { id: { in: [...new Set(ids)] } }
  const select = { id: true, name: true }
  const organisations = await tx.organisation.findMany({ where, select })
  const people = await tx.person.findMany({ where, select })
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

/** Who holds any of these roles in its organisation, by name, once for each. */
export async function findHoldersOf(tx: Tx, wanted: { role: string; organisationId: string }[], today: Day) {
  if (wanted.length === 0) return []
  const rows = await tx.grant.findMany({
    where: { AND: [{ OR: wanted }], ...inForce(dateFromDay(today)), person: { endedAt: null } },
    select: { role: true, organisationId: true, person: { select: { id: true, name: true } } },
    orderBy: { person: { name: 'asc' } },
  })
  const seen = new Set<string>()
  return rows
    .map(({ person, ...grant }) => ({ ...person, ...grant }))
    .filter((one) => {
      const key = `${one.id}/${one.role}/${one.organisationId}`
      return !seen.has(key) && seen.add(key)
    })
}
