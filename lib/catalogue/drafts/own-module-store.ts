import 'server-only'
import type { Day } from '@/lib/platform/days'
import { dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Listing } from '../listing'

const columns = {
  id: true,
  supplierId: true,
  currentListingId: true,
  supplier: { select: { brand: true, status: true } },
} as const

/** A module with its supplier, listed or not. */
export async function findOwnModule(tx: Tx, id: string) {
  return (await tx.module.findUnique({ where: { id }, select: columns })) ?? undefined
}

/** Every module of these suppliers. */
export const findOwnModules = (tx: Tx, supplierIds: string[]) =>
  tx.module.findMany({ where: { supplierId: { in: supplierIds } }, select: columns, orderBy: { createdAt: 'asc' } })

export const findSupplier = (tx: Tx, organisationId: string) =>
  tx.supplier.findUnique({ where: { organisationId }, select: { organisationId: true, brand: true, status: true } })

export const findSuppliers = (tx: Tx, ids: string[]) =>
  tx.supplier.findMany({
    where: { organisationId: { in: ids } },
    select: { organisationId: true, brand: true, status: true },
    orderBy: { brand: 'asc' },
  })

/** The text of a module's listing in force, with the module version it is about. */
export async function findInForce(tx: Tx, listingId: string | null) {
  if (!listingId) return undefined
  const row = await tx.listingVersion.findUnique({
    where: { id: listingId },
    select: { content: true, publishedAt: true, moduleVersion: { select: { version: true } } },
  })
  return row
    ? { content: row.content as unknown as Listing, version: row.moduleVersion.version, publishedAt: row.publishedAt }
    : undefined
}

/** The texts in force of several listings, by listing id. */
export async function findTextsInForce(tx: Tx, listingIds: string[]): Promise<Map<string, Listing>> {
  const rows = await tx.listingVersion.findMany({
    where: { id: { in: listingIds } },
    select: { id: true, content: true },
  })
  return new Map(rows.map((row) => [row.id, row.content as unknown as Listing]))
}

/** How many days of notice these frameworks ask for before a dearer price holds. */
export const findNoticeDays = (tx: Tx, frameworkIds: string[]): Promise<{ priceNoticeDays: number }[]> =>
  tx.framework.findMany({ where: { id: { in: frameworkIds } }, select: { priceNoticeDays: true } })

export async function addModule(tx: Tx, supplierId: string, at: Date): Promise<string> {
  const { id } = await tx.module.create({ data: { id: newId(), supplierId, createdAt: at }, select: { id: true } })
  return id
}

/** The module version of that number, made where it does not exist yet. */
export async function versionOf(tx: Tx, moduleId: string, version: string, changeImpact: string, at: Date) {
  const row = await tx.moduleVersion.upsert({
    where: { moduleId_version: { moduleId, version } },
    create: { id: newId(), moduleId, version, changeImpact, createdAt: at },
    update: {},
    select: { id: true },
  })
  return row.id
}

/** Takes a module out of the catalogue. Its listing versions stay. */
export async function unlist(tx: Tx, moduleId: string, version: string, on: Day): Promise<void> {
  await tx.module.update({ where: { id: moduleId }, data: { currentListingId: null }, select: { id: true } })
  await tx.moduleVersion.updateMany({ where: { moduleId, version }, data: { withdrawnOn: dateFromDay(on) } })
}
