import 'server-only'
import { type Day, dayFromDate, endOfDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { formerRows } from '@/lib/platform/former-rows'
import { groupBy } from '@/lib/platform/group-by'

/** Module versions that stand in the catalogue today, with the name and supplier they are listed under. */
export async function findListedVersions(tx: Tx) {
  const modules = await tx.module.findMany({
    where: { currentListingId: { not: null }, supplier: { status: 'active' } },
    select: { currentListingId: true },
  })
  const listings = await tx.listingVersion.findMany({
    where: { id: { in: modules.map((m) => m.currentListingId!) } },
    select: { id: true, moduleVersionId: true },
  })
  const versions = await tx.moduleVersion.findMany({
    where: { id: { in: listings.map((l) => l.moduleVersionId) } },
    select: versionColumns,
  })
  return versions.map(versionOf).sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
}

const versionColumns = {
  id: true,
  moduleId: true,
  version: true,
  changeImpact: true,
  withdrawnOn: true,
  module: { select: { supplierId: true, supplier: { select: { brand: true } } } },
  listings: { select: { name: true }, orderBy: { publishedAt: 'desc' }, take: 1 },
} as const

/** One module version by module and version number, listed now or once. */
export async function findVersion(tx: Tx, moduleId: string, version: string) {
  const row = await tx.moduleVersion.findUnique({
    where: { moduleId_version: { moduleId, version } },
    select: versionColumns,
  })
  return row ? versionOf(row) : undefined
}

/** One module version by its id. */
export async function findVersionById(tx: Tx, id: string) {
  const row = await tx.moduleVersion.findUnique({ where: { id }, select: versionColumns })
  return row ? versionOf(row) : undefined
}

/** Module versions by their ids, in no order. */
export async function findVersionsById(tx: Tx, ids: string[]) {
  return (await tx.moduleVersion.findMany({ where: { id: { in: ids } }, select: versionColumns })).map(versionOf)
}

/** Every module version of these suppliers, in no order. */
export async function findVersionsOfSuppliers(tx: Tx, supplierIds: string[]) {
  const where = { module: { supplierId: { in: supplierIds } } }
  return (await tx.moduleVersion.findMany({ where, select: versionColumns, take: 2_000 })).map(versionOf)
}

/** Ids of every version of a module. */
export async function findVersionIds(tx: Tx, moduleId: string): Promise<string[]> {
  return (await tx.moduleVersion.findMany({ where: { moduleId }, select: { id: true } })).map((row) => row.id)
}

type VersionRow = {
  id: string
  moduleId: string
  version: string
  changeImpact: string
  withdrawnOn: Date | null
  module: { supplierId: string; supplier: { brand: string } }
  listings: { name: string }[]
}

const versionOf = (row: VersionRow) => ({
  id: row.id,
  moduleId: row.moduleId,
  version: row.version,
  changeImpact: row.changeImpact as 'MAJOR' | 'MINOR' | 'PATCH',
  withdrawnOn: row.withdrawnOn && dayFromDate(row.withdrawnOn),
  supplierId: row.module.supplierId,
  supplierBrand: row.module.supplier.brand,
  name: row.listings[0]?.name ?? null,
})

/** The name and the supplier under which a version was listed at the end of a day; its first name before it was listed. */
export async function findVersionThen(tx: Tx, version: { id: string; supplierId: string }, day: Day) {
  const listings = await tx.listingVersion.findMany({
    where: { moduleVersionId: version.id },
    select: { name: true, publishedAt: true },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
  })
  const then = listings.findLast((listing) => listing.publishedAt < endOfDay(day)) ?? listings[0]
  const supplier = await tx.supplier.findUniqueOrThrow({
    where: { organisationId: version.supplierId },
    select: { brand: true },
  })
  const former = (await formerRows(tx, day, ['Supplier']))('Supplier').get(version.supplierId)
  return { name: then?.name ?? null, supplierBrand: (former?.brand as string | undefined) ?? supplier.brand }
}

/** The days on which texts of these module versions were published, the oldest first. */
export async function findPublishedDays(tx: Tx, ids: string[]): Promise<Map<string, Day[]>> {
  const rows = await tx.listingVersion.findMany({
    where: { moduleVersionId: { in: ids } },
    select: { moduleVersionId: true, publishedOn: true },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
  })
  const byVersion = groupBy(rows, (row) => row.moduleVersionId)
  return new Map([...byVersion].map(([id, own]) => [id, own.map((row) => dayFromDate(row.publishedOn))]))
}

/** Rows that no writer changes before the transaction ends; readers and other buyers go on. */
export async function holdForSale(
  tx: Tx,
  { moduleVersionId, supplierId }: { moduleVersionId: string; supplierId: string },
): Promise<void> {
  await tx.$executeRaw`select 1 from "ModuleVersion" where id = ${moduleVersionId}::uuid for share`
  await tx.$executeRaw`select 1 from "Supplier" where "organisationId" = ${supplierId}::uuid for share`
}
