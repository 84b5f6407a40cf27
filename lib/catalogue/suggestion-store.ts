import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { type SuggestedName, suggestionKinds } from './suggestion-rules'

/** Enough of each kind for the rules to choose from, those that begin as typed first. */
const most = 100

/** One statement: names that hold what was typed anywhere. Modules and aliases only of active suppliers (CAT-1). */
export async function findSuggestedNames(tx: Tx, typed: string): Promise<SuggestedName[]> {
  return tx.$queryRaw<SuggestedName[]>`
    with listed as (
      select m.id, l.name, l.content from "Module" m join "ListingVersion" l on l.id = m."currentListingId"
      join "Supplier" s on s."organisationId" = m."supplierId" and s.status = 'active'),
    named as (
      select ${suggestionKinds[0]} as kind, name, id::text as id from listed
      union all select ${suggestionKinds[1]}, brand, slug from "Supplier" where status = 'active'
      union all select ${suggestionKinds[2]}, alias, id::text from listed cross join jsonb_array_elements_text(content->'aliases') alias
      union all select ${suggestionKinds[3]}, name, id from "Capability" where not absent),
    ranked as (
      select *, row_number() over (partition by kind order by strpos(lower(name), ${typed}), lower(name), id) as place
      from named where strpos(lower(name), ${typed}) > 0)
    select kind, name, id from ranked where place <= ${most}`
}
