import 'server-only'
import { type Day, dayFromDate, endOfDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { formerRows } from '@/lib/platform/former-rows'
import { groupBy } from '@/lib/platform/group-by'
import { Prisma } from '@/prisma/generated/client'

/** Module versions that stand in the catalogue today, by name, with the supplier they are listed under. */
export async function findListedVersions(tx: Tx): Promise<Version[]> {
  const versions = await findVersions(
    tx,
    Prisma.sql`s.status = 'active' and exists (select from "ListingVersion" l where l.id = m."currentListingId" and l."moduleVersionId" = v.id)`,
  )
  return versions.sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
}

type Version = {
  id: string
  moduleId: string
  version: string
  changeImpact: 'MAJOR' | 'MINOR' | 'PATCH'
  withdrawnOn: Day | null
  supplierId: string
  supplierBrand: string
  /** Of its newest text; null where it was never listed. */
  name: string | null
}

/** One statement, because every page of a module asks. */
const findVersions = (tx: Tx, where: Prisma.Sql): Promise<Version[]> => tx.$queryRaw<Version[]>`
  select v.id, v."moduleId", v.version, v."changeImpact", v."withdrawnOn"::text, m."supplierId", s.brand as "supplierBrand",
    (select l.name from "ListingVersion" l where l."moduleVersionId" = v.id order by l."publishedAt" desc limit 1) as name
  from "ModuleVersion" v join "Module" m on m.id = v."moduleId" join "Supplier" s on s."organisationId" = m."supplierId"
  where ${where}`

/** One module version by module and version number, listed now or once. */
export async function findVersion(tx: Tx, moduleId: string, version: string): Promise<Version | undefined> {
  return (await findVersions(tx, Prisma.sql`v."moduleId" = ${moduleId}::uuid and v.version = ${version}`))[0]
}

/** One module version by its id. */
export async function findVersionById(tx: Tx, id: string): Promise<Version | undefined> {
  return (await findVersionsById(tx, [id]))[0]
}

/** Module versions by their ids, in no order. */
export const findVersionsById = (tx: Tx, ids: string[]) => findVersions(tx, Prisma.sql`v.id = any(${ids}::uuid[])`)

/** Every module version of these suppliers, in no order. */
export const findVersionsOfSuppliers = (tx: Tx, supplierIds: string[]) =>
  findVersions(tx, Prisma.sql`m."supplierId" = any(${supplierIds}::uuid[]) limit 2000`)

/** Ids of every version of a module. */
export async function findVersionIds(tx: Tx, moduleId: string): Promise<string[]> {
  return (await tx.moduleVersion.findMany({ where: { moduleId }, select: { id: true } })).map((row) => row.id)
}

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
