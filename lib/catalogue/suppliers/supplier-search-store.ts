import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { likePattern } from '@/lib/platform/like-pattern'

export type FoundSupplier = { slug: string; brand: string; legalName: string; modules: number; total: number }

/** Active suppliers whose brand, registered name, slug or company number holds the text, with how many there are in all. One statement. */
export function findSuppliersNamed(tx: Tx, text: string, take: number): Promise<FoundSupplier[]> {
  const like = likePattern(text)
  return tx.$queryRaw<FoundSupplier[]>`
    select s.slug, s.brand, s."legalName", count(*) over ()::int as total,
      (select count(*)::int from "Module" m where m."supplierId" = s."organisationId" and m."currentListingId" is not null) as modules
    from "Supplier" s
    where s.status = 'active' and (s.brand ilike ${like} or s."legalName" ilike ${like} or s.slug = lower(${text}) or s."companyNumber" = upper(${text}))
    order by (lower(s.brand) = lower(${text})) desc, lower(s.brand), s.slug limit ${take}`
}
