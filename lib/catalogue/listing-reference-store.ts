import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { FrameworkName, ListingReference, OtherModule } from './listing-reference'

/** Frameworks by id, with their end. One statement. */
export async function findFrameworks(tx: Tx, ids: string[]): Promise<Record<string, FrameworkName>> {
  const rows = await tx.framework.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, owner: true, expired: true, expiresOn: true },
  })
  return Object.fromEntries(
    rows.map(({ id, expiresOn, ...row }) => [id, { ...row, expiresOn: expiresOn && dayFromDate(expiresOn) }]),
  )
}

/** Who could bring each of these capabilities beside that module (P15). One statement. */
export async function findAlternatives(
  tx: Tx,
  capabilityIds: string[],
  module: { id: string; supplierId: string },
): Promise<ListingReference['alternatives']> {
  const rows = await tx.$queryRaw<{ id: string; count: number; own: number }[]>`
    select c.id, count(*)::int as count, (count(*) filter (where m."supplierId" = ${module.supplierId}::uuid))::int as own
    from unnest(${capabilityIds}::text[]) as c(id)
    join "ListingVersion" l on l."capabilityIds" @> array[c.id]
    join "Module" m on m."currentListingId" = l.id and m.id <> ${module.id}::uuid
    join "Supplier" s on s."organisationId" = m."supplierId" and s.status = 'active'
    group by c.id`
  return Object.fromEntries(rows.map(({ id, ...row }) => [id, row]))
}

type OtherRow = OtherModule & { isNamed: boolean; conflicts: boolean; worksWith: boolean }

/** The modules that a text names, and those whose text in force names that module (at most 60 of these). One statement. */
export async function findOtherModules(
  tx: Tx,
  moduleId: string,
  namedIds: string[],
): Promise<Pick<ListingReference, 'named' | 'namedBy'>> {
  const rows = await tx.$queryRaw<OtherRow[]>`
    select m.id, l.name, s.brand as "supplierBrand", s.status = 'active' and m."currentListingId" is not null as listed,
      true as "isNamed", false as conflicts, false as "worksWith"
    from "Module" m join "Supplier" s on s."organisationId" = m."supplierId"
    join lateral (
      select name from "ListingVersion" where "moduleId" = m.id order by "publishedAt" desc limit 1
    ) l on true
    where m.id = any(${namedIds}::uuid[])
    union all
    (select m.id, l.name, s.brand, true, false,
      coalesce(l.content -> 'conflicts' @> to_jsonb(${moduleId}::text), false),
      coalesce(l.content -> 'worksWith' @> to_jsonb(${moduleId}::text), false)
    from "ListingVersion" l join "Module" m on m."currentListingId" = l.id
    join "Supplier" s on s."organisationId" = m."supplierId" and s.status = 'active'
    where l.content -> 'conflicts' @> to_jsonb(${moduleId}::text)
      or l.content -> 'worksWith' @> to_jsonb(${moduleId}::text)
    order by l.name limit 60)`
  const others = rows.map(({ id, name, supplierBrand, listed, ...said }) => ({
    other: { id, name, supplierBrand, listed },
    ...said,
  }))
  return {
    named: Object.fromEntries(others.filter((o) => o.isNamed).map(({ other }) => [other.id, other])),
    namedBy: others
      .filter((o) => !o.isNamed)
      .map(({ other, conflicts, worksWith }) => ({ ...other, conflicts, worksWith })),
  }
}
