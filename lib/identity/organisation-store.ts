import 'server-only'
import type { Tx } from '@/lib/platform/db'

const shape = { id: true, kind: true, code: true, name: true, status: true, partOfCode: true, demo: true } as const

export async function newestListSize(tx: Tx, organisationId: string, on: Date) {
  return tx.listSize.findFirst({
    where: { organisationId, asOf: { lte: on }, absent: false },
    select: { patients: true, asOf: true },
    orderBy: { asOf: 'desc' },
  })
}

/** The newest list size of each of these organisations. */
export async function newestListSizes(tx: Tx, organisationIds: string[], on: Date) {
  return tx.listSize.findMany({
    where: { organisationId: { in: organisationIds }, asOf: { lte: on }, absent: false },
    select: { organisationId: true, patients: true },
    orderBy: [{ organisationId: 'asc' }, { asOf: 'desc' }],
    distinct: ['organisationId'],
  })
}

export async function findOrganisationById(tx: Tx, id: string) {
  return tx.organisation.findUnique({ where: { id }, select: shape })
}

export async function findOrganisationByCode(tx: Tx, kind: string, code: string) {
  return tx.organisation.findUnique({ where: { kind_code: { kind, code } }, select: shape })
}

/** Held until the transaction ends: two operators name one authority. */
export async function lockAuthority(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('the authority', 0))`
}

export async function findAuthority(tx: Tx): Promise<{ id: string; name: string } | null> {
  return tx.organisation.findFirst({
    where: { kind: 'authority', status: 'active' },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  })
}

export async function insertOrganisation(
  tx: Tx,
  organisation: { id: string; kind: string; name: string; status: string },
): Promise<void> {
  await tx.organisation.create({ data: organisation, select: { id: true } })
}

export async function findOrganisationsOfKind(tx: Tx, kind: string, ids: string[]) {
  return tx.organisation.findMany({ where: { kind, id: { in: ids } }, select: { id: true } })
}

type Named = { ids: string[] } | { codes: string[]; partOfCode: string }

/** Practices with their newest list size on a day: some by id, whatever they are; by code only those open ones that belong to a commissioner. */
export async function findPractices(tx: Tx, named: Named, on: Date) {
  const where =
    'ids' in named
      ? { id: { in: named.ids } }
      : { code: { in: named.codes }, partOfCode: named.partOfCode, kind: 'practice', status: 'active', absent: false }
  return tx.organisation.findMany({
    where,
    select: {
      id: true,
      code: true,
      name: true,
      listSizes: {
        where: { asOf: { lte: on }, absent: false },
        select: { patients: true, asOf: true },
        orderBy: { asOf: 'desc' },
        take: 1,
      },
    },
    orderBy: { id: 'asc' },
    take: 1_000,
  })
}

/** The ids of the practices that have these national codes. */
export async function findPracticeIds(tx: Tx, codes: string[]): Promise<{ id: string; code: string | null }[]> {
  return tx.organisation.findMany({
    where: { code: { in: codes }, kind: 'practice' },
    select: { id: true, code: true },
  })
}

/** The national codes of these practices. */
export async function findPracticeCodes(tx: Tx, ids: string[]): Promise<{ id: string; code: string | null }[]> {
  return tx.organisation.findMany({ where: { id: { in: ids } }, select: { id: true, code: true } })
}

/** Organisations as the register has them, with the day on which one closed. */
export async function findRegistered(tx: Tx, ids: string[]) {
  return tx.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, code: true, status: true, closedOn: true, partOfCode: true },
  })
}

/** Holds organisations as they are until the transaction ends: whoever would change one waits. */
export async function shareOrganisations(tx: Tx, ids: string[]): Promise<void> {
  await tx.$queryRaw`select 1 from "Organisation" where id = any(${ids}::uuid[]) order by id for share`
}
