import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Listing } from './listing'

const listingColumns = {
  id: true,
  moduleId: true,
  moduleVersionId: true,
  content: true,
  sha256: true,
  publishedOn: true,
} as const

export type StoredListing = {
  id: string
  moduleId: string
  moduleVersionId: string
  content: Listing
  sha256: string
  supplierId: string
  supplierName: string
}

/** A frozen listing by its own id, whether or not it is still the current one. */
export async function findListings(tx: Tx, ids: string[]): Promise<StoredListing[]> {
  const rows = await tx.listingVersion.findMany({
    where: { id: { in: ids } },
    select: {
      ...listingColumns,
      moduleVersion: {
        select: { module: { select: { supplier: { select: { organisationId: true, brand: true } } } } },
      },
    },
  })
  return rows.map(({ moduleVersion, content, ...row }) => ({
    ...row,
    content: content as unknown as Listing,
    supplierId: moduleVersion.module.supplier.organisationId,
    supplierName: moduleVersion.module.supplier.brand,
  }))
}
