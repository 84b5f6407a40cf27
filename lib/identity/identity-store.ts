import 'server-only'
import type { Grant } from '@/lib/platform/actor'
import { dateFromDay, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Person } from './person'

/** The grants of a person that are in force on the day of `now`. */
export async function findGrants(tx: Tx, personId: string, now: Date): Promise<Grant[]> {
  const today = dateFromDay(dayOf(now))
  return tx.grant.findMany({
    where: { personId, validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] },
    select: { role: true, organisationId: true, limitPence: true },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })
}

export async function findPersonByEmail(tx: Tx, email: string) {
  return tx.person.findFirst({
    where: { email: { equals: email.trim(), mode: 'insensitive' }, endedAt: null },
    select: { id: true, name: true, email: true, passwordHash: true, failures: true, lockedUntil: true },
  })
}

export async function findPerson(tx: Tx, id: string): Promise<Person | null> {
  return tx.person.findUnique({ where: { id }, select: { id: true, name: true, email: true } })
}

/** Counts a failed attempt, and locks the account for `lockMs` at the fifth: one statement, so that no attempt is lost. */
export async function countFailure(tx: Tx, personId: string, now: Date, lockMs: number): Promise<void> {
  const until = new Date(now.getTime() + lockMs)
  await tx.$executeRaw`update "Person" set failures = case when failures >= 4 then 0 else failures + 1 end,
    "lockedUntil" = case when failures >= 4 then ${until} else "lockedUntil" end where id = ${personId}::uuid`
}

export async function clearFailures(tx: Tx, personId: string): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { failures: 0, lockedUntil: null }, select: { id: true } })
}

export async function findExternalLogin(tx: Tx, issuer: string, subject: string): Promise<string | undefined> {
  return (
    await tx.externalLogin.findUnique({ where: { issuer_subject: { issuer, subject } }, select: { personId: true } })
  )?.personId
}

export async function insertExternalLogin(tx: Tx, issuer: string, subject: string, personId: string): Promise<void> {
  await tx.externalLogin.create({ data: { issuer, subject, personId }, select: { personId: true } })
}

export async function insertPerson(
  tx: Tx,
  person: Person & { passwordHash: string | null; createdAt: Date },
): Promise<void> {
  await tx.person.create({ data: person, select: { id: true } })
}

export async function setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { passwordHash }, select: { id: true } })
}

export async function insertGrant(tx: Tx, grant: Grant & { personId: string; validFrom: string }): Promise<void> {
  const { validFrom, ...rest } = grant
  const where = {
    personId_organisationId_role_validFrom: {
      personId: grant.personId,
      organisationId: grant.organisationId,
      role: grant.role,
      validFrom: dateFromDay(validFrom),
    },
  }
  await tx.grant.upsert({
    where,
    create: { id: newId(), ...rest, validFrom: dateFromDay(validFrom) },
    update: {},
    select: { id: true },
  })
}

export async function organisationNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.organisation.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}

export async function findRoleHolders(tx: Tx, organisationId: string, role: string, today: Date): Promise<Person[]> {
  return tx.person.findMany({
    where: {
      endedAt: null,
      grants: {
        some: { organisationId, role, validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] },
      },
    },
    select: { id: true, name: true, email: true },
    orderBy: { email: 'asc' },
  })
}
