import 'server-only'
import type { Grant } from '@/lib/platform/actor'
import { dateFromDay, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { inForce } from './identity-store'

const shape = {
  id: true,
  role: true,
  limitPence: true,
  validFrom: true,
  person: { select: { id: true, name: true, email: true } },
  organisation: { select: { id: true, name: true } },
} as const

type Given = Grant & { personId: string; givenById: string }

/** Gives a grant from today. One of the same role there gives way, so that a new limit counts and not the old one beside it. */
export async function giveGrant(tx: Tx, { givenById, ...grant }: Given, now: Date): Promise<void> {
  const today = dateFromDay(dayOf(now))
  const { personId, role, organisationId } = grant
  await tx.grant.updateMany({
    where: { personId, role, organisationId, ...inForce(today) },
    data: { endedAt: now, endedById: givenById, endReason: 'A new grant of the same role took its place' },
  })
  await tx.grant.createMany({ data: [{ id: newId(), ...grant, validFrom: today }], skipDuplicates: true })
}

/** A grant that counts today, with whose and where; null otherwise. */
export async function findGrantInForce(tx: Tx, id: string, now: Date) {
  return tx.grant.findFirst({ where: { id, ...inForce(dateFromDay(dayOf(now))) }, select: shape })
}

/** @returns false where somebody has ended it a moment before. */
export async function markEnded(tx: Tx, id: string, endedById: string, endReason: string, now: Date): Promise<boolean> {
  return (
    (await tx.grant.updateMany({ where: { id, endedAt: null }, data: { endedAt: now, endedById, endReason } }))
      .count === 1
  )
}

/** People by a part of their name or address, each with the grants that count today. */
export async function findPeople(tx: Tx, text: string, take: number, now: Date) {
  const part = { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  return tx.person.findMany({
    where: { endedAt: null, ...(text === '' ? {} : { OR: [{ name: part }, { email: part }] }) },
    select: {
      id: true,
      name: true,
      email: true,
      grants: {
        where: inForce(dateFromDay(dayOf(now))),
        select: { id: true, role: true, limitPence: true, organisation: { select: { name: true } } },
        orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take,
  })
}

/** The grants of a role in an organisation that count on a day, the oldest first. */
export async function findLimits(tx: Tx, role: string, organisationId: string, on: Date) {
  const rows = await tx.grant.findMany({
    where: { role, organisationId, ...inForce(on), person: { endedAt: null } },
    select: { personId: true, limitPence: true, person: { select: { name: true } } },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ person, ...grant }) => ({ ...grant, name: person.name }))
}
