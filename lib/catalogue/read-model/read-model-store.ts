import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { FacetNames } from '../facet-rules'
import { type PriceJson, priceFromJson } from '../prices/price'
import { headlinesInTime } from '../prices/price-day-rules'
import type { ListedModule } from './listed-module'

const { sql } = Prisma

type Row = Omit<ListedModule, 'nameKey' | 'headlines' | 'publishedOn' | 'standing' | 'epicIds'> & {
  lowerName: string
  epicIds: string[]
  prices: PriceJson[]
  publishedOn: Date
  standingKind: string | null
  standingWords: string
  because: string | null
  asOf: Date
  until: Date | null
  vector: string
}
export type TextOf = { module: ListedModule; vector: string }
export type Changed = { moduleIds: string[]; supplierIds: string[]; versionIds: string[] }

/** The modules after `id`, a few at a time, so that nobody waits for a whole catalogue. */
export const listAfter = (tx: Tx, id: string, most: number): Promise<TextOf[]> =>
  read(tx, sql`m.id > ${id}::uuid`, most)

/** Whatever of these is published. */
export const listChanged = (tx: Tx, { moduleIds, supplierIds, versionIds }: Changed): Promise<TextOf[]> =>
  read(
    tx,
    sql`(m.id = any(${moduleIds}::uuid[]) or m."supplierId" = any(${supplierIds}::uuid[])
      or l."moduleVersionId" = any(${versionIds}::uuid[]))`,
    null,
  )

async function read(tx: Tx, which: Prisma.Sql, most: number | null): Promise<TextOf[]> {
  const rows = await tx.$queryRaw<Row[]>(sql`
    select m.id, l.id as "listingVersionId", l.name, lower(l.name) as "lowerName", v.version, l.summary, s.slug as "supplierSlug",
      s.brand as "supplierBrand", s.status = 'active' as "isListed", l.kind, l."capabilityIds", l."integrationIds", l."frameworkIds",
      l."applicationTypes", l.hostings, l."publishedOn", m.demo, st.kind as "standingKind", st.words as "standingWords", st.because,
      st."asOf", st.until, coalesce(st."metCapabilityIds", '{}') as "metCapabilityIds",
      coalesce(st."failedCapabilityIds", '{}') as "failedCapabilityIds",
      array(select distinct e || '@' || (c->>'id') from jsonb_array_elements(l.content->'capabilities') c
        cross join jsonb_array_elements_text(c->'epicIds') e) as "epicIds",
      l.content->'prices' as prices,
      l.name || ' ' || coalesce(l.content->>'aliases', '') || ' ' || s.brand as "knownNames", l.search::text as vector
    from "Module" m
    join "ListingVersion" l on l.id = m."currentListingId"
    join "ModuleVersion" v on v.id = l."moduleVersionId"
    join "Supplier" s on s."organisationId" = m."supplierId"
    left join "ModuleStanding" st on st."moduleVersionId" = l."moduleVersionId"
    where ${which} order by m.id limit ${most}`)
  return rows.map(toListed)
}

function toListed(row: Row): TextOf {
  const { lowerName, prices, publishedOn, standingKind, standingWords, because, asOf, until, vector, ...plain } = row
  const standing =
    standingKind === null
      ? null
      : {
          kind: standingKind,
          words: standingWords,
          because,
          asOf: dayFromDate(asOf),
          until: until && dayFromDate(until),
        }
  const module: ListedModule = {
    ...plain,
    nameKey: Buffer.from(lowerName).toString('latin1'),
    headlines: headlinesInTime(prices).map(priceFromJson),
    publishedOn: dayFromDate(publishedOn),
    standing,
  }
  return { module, vector }
}

/** The names of all facet values that data give. */
export async function readNames(tx: Tx): Promise<FacetNames> {
  const rows = await tx.$queryRaw<{ facet: string; id: string; name: string }[]>`
    select 'cap' as facet, id, name from "Capability"
    union all select 'epic', e.id || '@' || c."capabilityId", e.title from "CapabilityEpic" c join "Epic" e on e.id = c."epicId"
    union all select 'int', id, family || ' ' || name from "Integration"
    union all select 'fw', id, "shortName" from "Framework"
    union all select 'supplier', slug, brand from "Supplier"`
  const named = (facet: string) =>
    Object.fromEntries(rows.filter((row) => row.facet === facet).map(({ id, name }) => [id, name]))
  return { cap: named('cap'), epic: named('epic'), int: named('int'), fw: named('fw'), supplier: named('supplier') }
}

/** How the database understands a search: its stems and stop words are the truth for ours too (CAT-4). */
export async function readSearch(tx: Tx, q: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ query: string }[]>`select websearch_to_tsquery('english', ${q})::text as query`
  return row!.query
}
