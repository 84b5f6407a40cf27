import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { PublicCapability, PublicFramework, PublicSupplier } from './public-schema'

/** Modules in the catalogue by id, from the one after `after`; no more are read than are asked for. */
export async function findListedIds(tx: Tx, after: string | undefined, most: number): Promise<string[]> {
  const rows = await tx.module.findMany({
    where: { currentListingId: { not: null }, supplier: { status: 'active' }, ...(after && { id: { gt: after } }) },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: most,
  })
  return rows.map((row) => row.id)
}

export async function findPublicSuppliers(tx: Tx): Promise<PublicSupplier[]> {
  return tx.$queryRaw<PublicSupplier[]>`
    select s."organisationId" as id, s.brand, s."legalName", s."companyNumber", s.site, o.demo as demonstration
    from "Supplier" s join "Organisation" o on o.id = s."organisationId" where s.status = 'active'`
}

export async function findPublicCapabilities(tx: Tx): Promise<PublicCapability[]> {
  const rows = await tx.capability.findMany({
    where: { absent: false },
    select: {
      id: true,
      name: true,
      category: true,
      status: true,
      version: true,
      epics: { where: { absent: false }, select: { epicId: true, level: true }, orderBy: { epicId: 'asc' } },
    },
  })
  return rows.map(({ epics, ...row }) => ({
    ...row,
    epics: epics.map((e) => ({ id: e.epicId, level: e.level as 'MUST' | 'MAY' })),
  }))
}

export async function findPublicFrameworks(tx: Tx): Promise<Omit<PublicFramework, 'routes'>[]> {
  const rows = await tx.framework.findMany({
    where: { absent: false },
    select: {
      id: true,
      name: true,
      shortName: true,
      owner: true,
      expired: true,
      expiresOn: true,
      maximumTermMonths: true,
      priceNoticeDays: true,
    },
  })
  return rows.map(({ expiresOn, ...row }) => ({ ...row, expiresOn: expiresOn && dayFromDate(expiresOn) }))
}
