import { kindWords, standingOfLabel, standingWords } from '@/lib/catalogue/facet-rules'
import { applicationWords, hostingWords } from '@/lib/catalogue/listing'
import { kindOf } from '@/lib/catalogue/listing-rules'
import { headlineOf } from '@/lib/catalogue/prices/price-day-rules'
import type { BenchModule } from './generate-modules'
import { connected } from './load-portal'

type Names = Record<string, Record<string, string>>

const schema = `
  create table facet_value (id int primary key, facet text not null, value text not null, label text not null, unique (facet, value));
  create table module (id uuid primary key, name text not null, version text not null, brand text not null, standing text not null,
    because text, off_sale boolean not null, summary text not null, price jsonb not null, content jsonb not null, facets int[] not null, search tsvector not null);
  create index on module using gin (search)`

/** The same modules for the bare reference: one table, facet values as numbers, the weighted text stored and indexed. */
export async function loadReference(url: string, modules: BenchModule[], portalUrl: string): Promise<void> {
  const names = await readNames(portalUrl)
  const ids = new Map<string, number>()
  const values = Object.entries(names).flatMap(([facet, labels]) =>
    Object.entries(labels).map(([value, label]) => ({ facet, value, label })),
  )
  values.forEach(({ facet, value }, i) => void ids.set(`${facet}/${value}`, i + 1))
  const idsOf = (module: BenchModule) => facetsOf(module).map((key) => ids.get(key)!)
  await connected(url, async (client) => {
    await client.query(schema)
    await client.query(
      `insert into facet_value select id, facet, value, label from jsonb_to_recordset($1) as r(id int, facet text, value text, label text)`,
      [JSON.stringify(values.map((value, i) => ({ ...value, id: i + 1 })))],
    )
    for (let i = 0; i < modules.length; i += 500) {
      const rows = modules.slice(i, i + 500).map((module) => rowOf(module, idsOf(module), names.cap!))
      await client.query(
        `insert into module select id, name, version, brand, standing, because, off_sale, summary, price, content, facets,
           setweight(to_tsvector('english', a), 'A') || setweight(to_tsvector('english', b), 'B')
           || setweight(to_tsvector('english', c), 'C') || setweight(to_tsvector('english', d), 'D')
         from jsonb_to_recordset($1) as r(id uuid, name text, version text, brand text, standing text, because text, off_sale boolean,
           summary text, price jsonb, content jsonb, facets int[], a text, b text, c text, d text)`,
        [JSON.stringify(rows)],
      )
    }
    await client.query('vacuum analyze')
  })
}

async function readNames(portalUrl: string): Promise<Names> {
  const read = async (sql: string) =>
    connected(portalUrl, async (client) => {
      const { rows } = await client.query<{ id: string; name: string }>(sql)
      return Object.fromEntries(rows.map((row) => [row.id, row.name]))
    })
  return {
    cap: await read(`select id, name from "Capability"`),
    int: await read(`select id, family || ' ' || name as name from "Integration"`),
    fw: await read(`select id, "shortName" as name from "Framework"`),
    supplier: await read(`select slug as id, brand as name from "Supplier"`),
    app: applicationWords,
    host: hostingWords,
    standing: standingWords,
    kind: kindWords,
  }
}

function facetsOf({ listing, standing, supplier }: BenchModule): string[] {
  const caps = listing.capabilities.map((c) => c.id).filter((id) => !standing.failed.includes(id))
  return [
    ...caps.map((id) => `cap/${id}`),
    ...listing.integrations.map((i) => `int/${i.type}`),
    ...listing.frameworkIds.map((id) => `fw/${id}`),
    ...listing.applications.map((a) => `app/${a.type}`),
    ...listing.hosting.map((h) => `host/${h.type}`),
    `standing/${standingOfLabel[standing.kind] ?? 'not-assessed'}`,
    `supplier/${supplier.slug}`,
    `kind/${kindOf(listing)}`,
  ]
}

function rowOf(
  { id, listing, standing, supplier }: BenchModule,
  facets: number[],
  capabilities: Record<string, string>,
) {
  return {
    id,
    name: listing.name,
    version: listing.version,
    brand: supplier.brand,
    standing: standing.words,
    because: standing.because,
    off_sale: standing.kind === 'suspended',
    summary: listing.summary,
    price: headlineOf(listing.prices)!,
    content: listing,
    facets,
    a: `${listing.name} ${supplier.brand}`,
    b: listing.capabilities.map((c) => capabilities[c.id]).join(' '),
    c: [listing.summary, ...listing.features].join('. '),
    d: listing.description,
  }
}
