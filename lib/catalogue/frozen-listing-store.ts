import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Listing } from './listing'

export type StoredListing = {
  id: string
  moduleId: string
  moduleVersionId: string
  content: Listing
  sha256: string
  supplierId: string
  supplierName: string
}

/** A frozen listing by its own id, whether or not it is still the current one; one statement. */
export const findListings = (tx: Tx, ids: string[]): Promise<StoredListing[]> =>
  tx.$queryRaw<StoredListing[]>`
    select l.id, l."moduleId", l."moduleVersionId", l.content, l.sha256, s."organisationId" as "supplierId", s.brand as "supplierName"
    from "ListingVersion" l
    join "Module" m on m.id = l."moduleId"
    join "Supplier" s on s."organisationId" = m."supplierId"
    where l.id = any(${ids}::uuid[])`
