import 'server-only'
import type { Grant } from '@/lib/platform/actor'
import { dateFromDay, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { normalEmail, type Person } from './person'

/** A grant counts from its first to its last day, both included, unless it was taken away. */
export const inForce = (today: Date) => ({
  endedAt: null,
  validFrom: { lte: today },
  OR: [{ validTo: null }, { validTo: { gte: today } }],
})

/** The grants of a person that are in force on the day of `now`. */
export async function findGrants(tx: Tx, personId: string, now: Date): Promise<Grant[]> {
  const today = dateFromDay(dayOf(now))
  return tx.grant.findMany({
    where: { personId, ...inForce(today) },
    select: { role: true, organisationId: true, limitPence: true },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })
}

/**
 * By the address as it is kept, in lower case. Never `mode: 'insensitive'`: it becomes ILIKE, in which `_` and `%` of an
 * address are wildcards, and somebody else's account is found.
 */
export async function findPersonByEmail(tx: Tx, email: string) {
  return tx.person.findUnique({
    where: { email: normalEmail(email) },
    select: { id: true, name: true, email: true, passwordHash: true, lockedUntil: true, endedAt: true },
  })
}

export async function findPerson(tx: Tx, id: string): Promise<Person | null> {
  return tx.person.findUnique({ where: { id }, select: { id: true, name: true, email: true } })
}

/**
 * Counts a failed attempt, and locks the account for `lockMs` at the fifth. One statement, so that of many at once none is
 * lost; attempts on a locked account do not count.
 */
export async function countFailure(tx: Tx, personId: string, now: Date, lockMs: number): Promise<void> {
  const until = new Date(now.getTime() + lockMs)
  await tx.$executeRaw`update "Person" set failures = case when failures >= 4 then 0 else failures + 1 end,
    "lockedUntil" = case when failures >= 4 then ${until} else "lockedUntil" end
    where id = ${personId}::uuid and ("lockedUntil" is null or "lockedUntil" <= ${now})`
}

/** Lets a right password in, and forgets the failures. @returns false where the account is locked, perhaps since a moment ago. */
export async function clearFailures(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const where = { id: personId, endedAt: null, OR: [{ lockedUntil: null }, { lockedUntil: { lte: now } }] }
  return (await tx.person.updateMany({ where, data: { failures: 0, lockedUntil: null } })).count === 1
}

/** Whose identity at a provider this is: nobody yet (undefined), or a person, who may have left. */
export async function findExternalLogin(tx: Tx, issuer: string, subject: string) {
  const row = await tx.externalLogin.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { person: { select: { id: true, endedAt: true } } },
  })
  return row?.person
}

/** Links once: of two first sign-ins at the same moment the second finds the link that the first has made. */
export async function insertExternalLogin(tx: Tx, issuer: string, subject: string, personId: string): Promise<void> {
  await tx.externalLogin.createMany({ data: [{ issuer, subject, personId }], skipDuplicates: true })
}

/** @returns false where the address belongs to somebody already. */
export async function insertPerson(
  tx: Tx,
  person: Person & { passwordHash: string | null; createdAt: Date },
): Promise<boolean> {
  return (await tx.person.createMany({ data: [person], skipDuplicates: true })).count === 1
}

/** Those of these people who have not left. */
export async function findPeopleById(tx: Tx, ids: string[]): Promise<Person[]> {
  return tx.person.findMany({
    where: { id: { in: [...new Set(ids)] }, endedAt: null },
    select: { id: true, name: true, email: true },
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
      grants: { some: { organisationId, role, ...inForce(today) } },
    },
    select: { id: true, name: true, email: true },
    orderBy: { email: 'asc' },
  })
}

/** Who holds one of these roles in one of these organisations. */
export async function findHoldersIn(
  tx: Tx,
  organisationIds: string[],
  roles: string[],
  today: Date,
): Promise<Person[]> {
  return tx.person.findMany({
    where: {
      endedAt: null,
      grants: { some: { organisationId: { in: organisationIds }, role: { in: roles }, ...inForce(today) } },
    },
    select: { id: true, name: true, email: true },
    orderBy: { email: 'asc' },
  })
}

export async function findEverybodyWith(tx: Tx, role: string, today: Date): Promise<Person[]> {
  return tx.person.findMany({
    where: { endedAt: null, grants: { some: { role, ...inForce(today) } } },
    select: { id: true, name: true, email: true },
    orderBy: { email: 'asc' },
  })
}

export async function findMember(tx: Tx, id: string, organisationId: string, today: Date): Promise<Person | null> {
  return tx.person.findFirst({
    where: { id, endedAt: null, grants: { some: { organisationId, ...inForce(today) } } },
    select: { id: true, name: true, email: true },
  })
}
