import 'server-only'
import { dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Listing } from './listing'
import { pricesOf } from './listing-rules'
import { headlinesInTime } from './prices/price-day-rules'

export type NewListing = {
  id: string
  moduleId: string
  moduleVersionId: string
  supplierBrand: string
  content: Listing
  sha256: string
  kind: string
  publishedOn: string
  publishedAt: Date
}

/** Adds an immutable listing with what the search reads of it: weights A names, B capabilities, C summary and features, D description. */
export async function addListing(tx: Tx, listing: NewListing): Promise<void> {
  const { content } = listing
  const capabilityIds = content.capabilities.map((c) => c.id)
  const names = [content.name, ...content.aliases, listing.supplierBrand].join(' ')
  await tx.$executeRaw`
    insert into "ListingVersion" (id, "moduleVersionId", "moduleId", content, sha256, "publishedOn", "publishedAt", name, summary, kind,
      "capabilityIds", "integrationIds", "frameworkIds", "applicationTypes", hostings, search)
    values (${listing.id}::uuid, ${listing.moduleVersionId}::uuid, ${listing.moduleId}::uuid, ${JSON.stringify(content)}::jsonb,
      ${listing.sha256}, ${listing.publishedOn}::date, ${listing.publishedAt}, ${content.name}, ${content.summary}, ${listing.kind},
      ${capabilityIds}::text[], ${distinct(content.integrations.map((i) => i.type))}::text[], ${content.frameworkIds}::text[],
      ${distinct(content.applications.map((a) => a.type))}::text[], ${distinct(content.hosting.map((h) => h.type))}::text[],
      setweight(to_tsvector('english', ${names}), 'A')
      || setweight(to_tsvector('english', coalesce((select string_agg(c.name, ' ') from "Capability" c where c.id = any(${capabilityIds}::text[])), '')), 'B')
      || setweight(to_tsvector('english', ${[content.summary, ...content.features].join('. ')}), 'C')
      || setweight(to_tsvector('english', ${content.description}), 'D'))`
  await tx.headlinePrice.createMany({
    data: headlinesInTime(pricesOf(content)).map((price) => ({
      listingVersionId: listing.id,
      validFrom: dateFromDay(price.validFrom),
      basis: price.basis,
      mode: price.mode,
      timesAYear: price.period === 'month' ? 12 : 1,
      tierFrom: price.tiers.map((tier) => tier.from),
      tierUnit: price.tiers.map((tier) => tier.unitPrice),
    })),
  })
}

/** Makes a listing the one in force. */
export async function pointToListing(tx: Tx, moduleId: string, listingId: string): Promise<void> {
  await tx.module.update({ where: { id: moduleId }, data: { currentListingId: listingId }, select: { id: true } })
}

/** The module a version belongs to, with its supplier's brand. */
export async function findVersionToPublish(tx: Tx, moduleVersionId: string) {
  const row = await tx.moduleVersion.findUnique({
    where: { id: moduleVersionId },
    select: {
      moduleId: true,
      version: true,
      module: {
        select: { currentListingId: true, supplier: { select: { brand: true, organisationId: true, status: true } } },
      },
    },
  })
  return row ?? undefined
}

/** Every capability that a text of this module ever claimed, and the versions its texts were about. */
export async function findClaimedBefore(tx: Tx, moduleId: string) {
  const rows = await tx.listingVersion.findMany({
    where: { moduleId },
    select: { capabilityIds: true, moduleVersion: { select: { version: true } } },
  })
  return {
    capabilityIds: distinct(rows.flatMap((row) => row.capabilityIds)),
    versions: distinct(rows.map((row) => row.moduleVersion.version)),
  }
}

const distinct = (values: string[]) => [...new Set(values)].sort()
