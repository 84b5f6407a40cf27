import pg from 'pg'
import { kindOf } from '@/lib/catalogue/listing-rules'
import { headlineOf } from '@/lib/catalogue/prices/price-day-rules'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { BenchModule, Reference } from './generate-modules'

/** Which capabilities, integrations and frameworks the portal's database knows. */
export async function readReference(url: string): Promise<Reference> {
  const ids = async (client: pg.Client, sql: string) =>
    (await client.query<{ id: string }>(sql)).rows.map((row) => row.id)
  return connected(url, async (client) => ({
    capabilities: await ids(client, `select id from "Capability" where status = 'effective' order by id collate "C"`),
    integrations: await ids(client, `select id from "Integration" order by id collate "C"`),
    frameworks: await ids(client, `select id from "Framework" order by id collate "C"`),
  }))
}

/** Writes generated modules straight into the catalogue's tables, searchable as a published listing is. */
export async function loadPortal(url: string, modules: BenchModule[]): Promise<void> {
  await connected(url, async (client) => {
    const suppliers = [...new Map(modules.map(({ supplier }) => [supplier.slug, supplier])).values()]
    await client.query(
      `insert into "Supplier" ("organisationId", slug, brand, "legalName")
       select * from jsonb_to_recordset($1) as r("organisationId" uuid, slug text, brand text, brand2 text)`,
      [JSON.stringify(suppliers.map((supplier) => ({ ...supplier, brand2: `${supplier.brand} Limited` })))],
    )
    for (let i = 0; i < modules.length; i += 500) await loadBatch(client, modules.slice(i, i + 500))
    await client.query('vacuum analyze')
  })
}

async function loadBatch(client: pg.Client, modules: BenchModule[]): Promise<void> {
  const rows = JSON.stringify(modules.map(rowOf))
  const from = `from jsonb_to_recordset($1::jsonb) as r(id uuid, "versionId" uuid, "listingId" uuid, "supplierId" uuid, version text,
    content jsonb, sha256 text, "publishedOn" date, name text, summary text, kind text, caps text[], ints text[], fws text[], apps text[],
    hosts text[], basis text, mode text, times int, "priceFrom" bigint[], "priceUnit" bigint[], names text, gist text, description text,
    standing text, words text, because text, failed text[])`
  await client.query(
    `insert into "Module" (id, "supplierId", "currentListingId", demo, "createdAt")
     select id, "supplierId", "listingId", true, "publishedOn" ${from}`,
    [rows],
  )
  await client.query(
    `insert into "ModuleVersion" (id, "moduleId", version, "changeImpact", "createdAt")
     select "versionId", id, version, 'MINOR', "publishedOn" ${from}`,
    [rows],
  )
  await client.query(
    `insert into "ListingVersion" (id, "moduleVersionId", "moduleId", content, sha256, "publishedOn", "publishedAt", name, summary, kind,
       "capabilityIds", "integrationIds", "frameworkIds", "applicationTypes", hostings, search)
     select "listingId", "versionId", id, content, sha256, "publishedOn", "publishedOn", name, summary, kind, caps, ints, fws, apps, hosts,
       setweight(to_tsvector('english', names), 'A')
       || setweight(to_tsvector('english', coalesce((select string_agg(c.name, ' ' order by array_position(caps, c.id)) from "Capability" c where c.id = any(caps)), '')), 'B')
       || setweight(to_tsvector('english', gist), 'C') || setweight(to_tsvector('english', description), 'D') ${from}`,
    [rows],
  )
  await client.query(
    `insert into "HeadlinePrice" ("listingVersionId", "validFrom", basis, mode, "timesAYear", "tierFrom", "tierUnit")
     select "listingId", "publishedOn", basis, mode, times, "priceFrom", "priceUnit" ${from}`,
    [rows],
  )
  await client.query(
    `insert into "ModuleStanding" ("moduleVersionId", kind, words, because, "metCapabilityIds", "failedCapabilityIds", "asOf")
     select "versionId", standing, words, because,
       case when standing like 'conformant%' then caps else '{}' end, failed, "publishedOn" ${from}`,
    [rows],
  )
}

function rowOf({ listing, standing, ...module }: BenchModule) {
  const price = headlineOf(listing.prices)!
  return {
    id: module.id,
    versionId: module.versionId,
    listingId: module.listingId,
    supplierId: module.supplier.organisationId,
    publishedOn: module.publishedOn,
    version: listing.version,
    content: listing,
    sha256: sha256Hex(canonicalJson(listing)),
    name: listing.name,
    summary: listing.summary,
    kind: kindOf(listing),
    caps: listing.capabilities.map((c) => c.id),
    ints: listing.integrations.map((i) => i.type),
    fws: listing.frameworkIds,
    apps: listing.applications.map((a) => a.type),
    hosts: listing.hosting.map((h) => h.type),
    basis: price.basis,
    mode: price.mode,
    times: price.period === 'month' ? 12 : 1,
    priceFrom: price.tiers.map((t) => t.from),
    priceUnit: price.tiers.map((t) => t.unitPrice),
    names: `${listing.name} ${module.supplier.brand}`,
    gist: [listing.summary, ...listing.features].join('. '),
    description: listing.description,
    standing: standing.kind,
    words: standing.words,
    because: standing.because,
    failed: standing.failed,
  }
}

export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
