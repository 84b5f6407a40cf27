import 'server-only'
import type { Day } from '@/lib/platform/days'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import {
  capabilityOfEpic,
  countsOf,
  type FacetCounts,
  type FacetGroup,
  type FacetNames,
  onlyLot,
  standingOfLabel,
} from './facet-rules'
import { allOfFacets, type FacetName, facetNames, type ModuleFilter, sortOf } from './module-filter'
import type { ModuleCard } from './module-view'
import { type PriceJson, priceFromJson } from './prices/price'
import { headlineOf, pricesOn } from './prices/price-day-rules'

const { sql, join } = Prisma
type Search = Omit<ModuleFilter, 'size'>
const anyOf = facetNames.filter((name) => !allOfFacets.includes(name))

/** Every published module of an active supplier that the words and the narrowing facets find, with its values per facet as arrays. */
function base(filter: Search, today: Day) {
  const standing = join(
    Object.entries(standingOfLabel).map(([label, facet]) => sql`when ${label} then ${facet}`),
    ' ',
  )
  const stale = sql`(st."moduleVersionId" is null or st.until < ${today}::date)`
  const capabilities = filter.proven
    ? sql`case when ${stale} then '{}'::text[] else array(select unnest(l."capabilityIds") intersect select unnest(st."metCapabilityIds")) end`
    : sql`case when st."failedCapabilityIds" is null or st."failedCapabilityIds" = '{}' then l."capabilityIds"
          else array(select unnest(l."capabilityIds") except select unnest(st."failedCapabilityIds")) end`
  const found = join([sql`true`, ...narrowed(filter), ...(filter.q === '' ? [] : [finds(filter)])], ' and ')
  return sql`with claimed as (
    select l.id, ${capabilities} as cap, l."integrationIds" as int, l."frameworkIds" as fw,
      case when l."frameworkIds" = '{}' then '{}' else array[${onlyLot}] end as lot, l."applicationTypes" as app, l.content, l.hostings as host, array[s.slug] as supplier, s.brand, array[l.kind] as kind,
      array[case when ${stale} then 'not-assessed' else case st.kind ${standing} else 'not-assessed' end end] as standing
    from "Module" m
    join "ListingVersion" l on l.id = m."currentListingId"
    join "Supplier" s on s."organisationId" = m."supplierId" and s.status = 'active'
    left join "ModuleStanding" st on st."moduleVersionId" = l."moduleVersionId"
    where ${found}),
    base as (select claimed.*, ${epics(filter)} as epic from claimed)`
}

/** The epics claimed for capabilities that count, as `E00109@C1`; read only where somebody asks, because they lie in the text. */
function epics({ cap, epic }: Search) {
  if (cap.length + epic.length === 0) return sql`'{}'::text[]`
  return sql`array(select distinct e || '@' || (c->>'id') from jsonb_array_elements(claimed.content->'capabilities') c
    cross join jsonb_array_elements_text(c->'epicIds') e where c->>'id' = any(claimed.cap))`
}

const finds = (filter: Search) => sql`l.search @@ websearch_to_tsquery('english', ${filter.q})`

/** What every count and every card must satisfy: it spares reading the rest. `base` may still take failed capabilities away. */
function narrowed({ cap, int }: Search) {
  return [
    ...(cap.length > 0 ? [sql`l."capabilityIds" @> ${cap}::text[]`] : []),
    ...(int.length > 0 ? [sql`l."integrationIds" @> ${int}::text[]`] : []),
  ]
}

/** 1 where the words alone find anything, whatever else was chosen: then they need no correction. */
function anyWords(filter: ModuleFilter) {
  if (filter.q === '') return sql`select 1`
  return sql`select 1 from "Module" m join "ListingVersion" l on l.id = m."currentListingId"
    join "Supplier" s on s."organisationId" = m."supplierId" and s.status = 'active' where ${finds(filter)} limit 1`
}

/** The chosen values of every facet but those left out, as conditions on `base`. */
function chosen(filter: Search, but?: FacetName) {
  const conditions = facetNames
    .filter((name) => name !== but && filter[name].length > 0)
    .map((name) =>
      allOfFacets.includes(name)
        ? sql`${column(name)} @> ${filter[name]}::text[]`
        : sql`${column(name)} && ${filter[name]}::text[]`,
    )
  return conditions.length === 0 ? sql`true` : join(conditions, ' and ')
}

const column = (name: FacetName) => Prisma.raw(`base."${name}"`)

/** Who answers the list: the database, or the catalogue in memory. Both say the same. */
export type Finder = {
  count: (filter: ModuleFilter, today: Day) => Promise<Counted>
  list: (filter: Search & { size: number }, today: Day) => Promise<ModuleCard[]>
  knownNames: () => Promise<string[]>
}

export const inDatabase = (tx: Tx): Finder => ({
  count: (filter, today) => countModules(tx, filter, today),
  list: (filter, today) => listCards(tx, filter, today),
  knownNames: () => listKnownNames(tx),
})

export type Counted = { words: number; total: number; counts: FacetCounts; names: FacetNames }

/**
 * One statement: whether the words find anything, how many all facets leave, the groups from which every count follows, and the
 * names of all values that there are.
 */
async function countModules(tx: Tx, filter: ModuleFilter, today: Day): Promise<Counted> {
  const all = chosen(filter)
  const withEpics = [...filter.cap, ...filter.epic.map(capabilityOfEpic)]
  const widening = anyOf.map(
    (name) =>
      sql`select ${name}, ${column(name)}, count(*)::int, null from base where ${chosen(filter, name)} group by ${column(name)}`,
  )
  const rows = await tx.$queryRaw<(FacetGroup & { name: string | null })[]>(sql`${base(filter, today)}
    select 'words' as facet, '{}'::text[] as values, count(*)::int as count, null as name from (${anyWords(filter)}) found
    union all select 'total', '{}', count(*)::int, null from base where ${all}
    union all select 'cap', array[v], count(*)::int, null from base cross join unnest(cap) v where ${all} group by v
    union all select 'int', array[v], count(*)::int, null from base cross join unnest(int) v where ${all} group by v
    union all select 'epic', array[v], count(*)::int, null from base cross join unnest(epic) v where ${all} group by v
    union all ${join(widening, ' union all ')}
    union all select 'epic', array[e.id || '@' || c."capabilityId"], 0, e.title from "CapabilityEpic" c join "Epic" e on e.id = c."epicId"
      where c."capabilityId" = any(${withEpics}::text[])
    union all select 'cap', array[id], 0, name from "Capability"
    union all select 'int', array[id], 0, family || ' ' || name from "Integration"
    union all select 'fw', array[id], 0, "shortName" from "Framework"
    union all select 'supplier', array[slug], 0, brand from "Supplier"`)
  const countOf = (facet: string) => rows.find((row) => row.facet === facet)?.count ?? 0
  const named = (facet: FacetName) =>
    Object.fromEntries(rows.flatMap((r) => (r.facet === facet && r.name !== null ? [[r.values[0]!, r.name]] : [])))
  const groups = rows.filter((row) => row.name === null)
  const names: FacetNames = {
    cap: named('cap'),
    epic: named('epic'),
    int: named('int'),
    fw: named('fw'),
    supplier: named('supplier'),
  }
  return { words: countOf('words'), total: countOf('total'), counts: countsOf(groups, filter), names }
}

type CardRow = Omit<ModuleCard, 'standing' | 'price' | 'publishedOn'> & {
  prices: PriceJson[]
  publishedOn: Date
  standingKind: string
  standingWords: string
  because: string | null
  asOf: Date | null
}

/** One statement: the cards of one page, in the order asked for; then by name, then by id (CAT-6). */
async function listCards(tx: Tx, filter: Search & { size: number }, today: Day): Promise<ModuleCard[]> {
  const rows = await tx.$queryRaw<CardRow[]>(sql`${base(filter, today)},
    page as (
      select base.*, row_number() over (order by ${order(filter)}, lower(l.name) collate "C", l."moduleId") as place
      from base join "ListingVersion" l on l.id = base.id ${held(filter, today)} where ${chosen(filter)}
      order by place limit ${filter.size} offset ${(filter.page - 1) * filter.size})
    select m.id, l.id as "listingVersionId", l.name, v.version, l.summary, page.brand as "supplierBrand", page.cap as "capabilityIds",
      l.content->'prices' as prices, l."publishedOn", m.demo,
      case when st.until >= ${today}::date or st.until is null then coalesce(st.kind, 'not-assessed') else 'not-assessed' end as "standingKind",
      case when st.until >= ${today}::date or st.until is null then coalesce(st.words, 'Not assessed') else 'Not assessed' end as "standingWords",
      st.because, st."asOf"
    from page
    join "ListingVersion" l on l.id = page.id
    join "ModuleVersion" v on v.id = l."moduleVersionId"
    join "Module" m on m.id = l."moduleId"
    left join "ModuleStanding" st on st."moduleVersionId" = l."moduleVersionId"
    order by page.place`)
  return rows.map(({ standingKind, standingWords, because, asOf, prices, ...row }) => ({
    ...row,
    price: headlineOf(pricesOn(prices, today).map(priceFromJson)) ?? null,
    publishedOn: dayFromDate(row.publishedOn),
    standing: { kind: standingKind, words: standingWords, because, asOf: asOf && dayFromDate(asOf) },
  }))
}

function order(filter: Search) {
  switch (sortOf(filter)) {
    case 'relevance':
      return sql`ts_rank(l.search, websearch_to_tsquery('english', ${filter.q})) desc`
    case 'name-down':
      return sql`lower(l.name) collate "C" desc`
    case 'newest':
      return sql`l."publishedOn" desc`
    case 'price':
      return sql`${yearly(filter.n ?? 0)} asc nulls last`
    default:
      return sql`lower(l.name) collate "C"`
  }
}

/** Beside each listing the price that holds today (PRC-13), where the list is sorted by it. */
function held(filter: Search, today: Day) {
  if (sortOf(filter) !== 'price') return sql``
  return sql`left join (select distinct on ("listingVersionId") * from "HeadlinePrice" where "validFrom" <= ${today}::date
    order by "listingVersionId", "validFrom" desc) held on held."listingVersionId" = l.id`
}

/** The yearly price for a list of `n`, as `yearlyPence` works it out, for the order of the list alone. */
function yearly(n: number) {
  const quantity = sql`case held.basis when 'patient' then ${n}::numeric when 'declarative' then 1 end`
  const tiers = sql`(select f::numeric as f, p::numeric as p, lead(f) over (order by f) as following
      from unnest(held."tierFrom", held."tierUnit") as t(f, p)) tier`
  const unit = sql`(select p from ${tiers} where f <= ${quantity} order by f desc limit 1)`
  return sql`held."timesAYear" * case held.mode when 'SingleFixed' then ${unit} when 'Volume' then ${quantity} * ${unit}
    else (select sum((least(${quantity}, following - 1) - f + 1) * p) from ${tiers} where f <= ${quantity}) end`
}

/** Names that a misspelt word may have meant. */
async function listKnownNames(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>(sql`
    select l.name || ' ' || coalesce(l.content->>'aliases', '') || ' ' || s.brand as name
      from "Module" m join "ListingVersion" l on l.id = m."currentListingId" join "Supplier" s on s."organisationId" = m."supplierId"
    union select name from "Capability"`)
  return rows.map((row) => row.name)
}
