import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'

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
