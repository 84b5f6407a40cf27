import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { type SaysOfOthers, saidOf } from './dependencies/dependency'
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

type NamerRow = OtherModule & { content: SaysOfOthers }

/** Modules whose text in force names that module, by name; at most 60. One statement. */
export async function findNamers(tx: Tx, moduleId: string): Promise<ListingReference['namedBy']> {
  const rows = await tx.$queryRaw<NamerRow[]>`
    select m.id, l.name, l.content ->> 'version' as version, m."supplierId", s.brand as "supplierBrand", true as listed,
      jsonb_build_object('requires', '[]'::jsonb, 'conflicts', coalesce(l.content -> 'conflicts', '[]'),
        'worksWith', coalesce(l.content -> 'worksWith', '[]'), 'dependencies', coalesce(l.content -> 'dependencies', '[]')) as content
    from "ListingVersion" l join "Module" m on m."currentListingId" = l.id
    join "Supplier" s on s."organisationId" = m."supplierId" and s.status = 'active'
    where l.content -> 'conflicts' @> to_jsonb(${moduleId}::text)
      or l.content -> 'worksWith' @> to_jsonb(${moduleId}::text)
      or l.content -> 'dependencies' @> jsonb_build_array(jsonb_build_object('moduleIds', jsonb_build_array(${moduleId}::text)))
    order by l.name limit 60`
  return rows.map(({ content, ...other }) => ({ ...other, said: saidOf(content, moduleId) }))
}
