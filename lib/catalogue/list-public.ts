import { dayOf } from '@/lib/platform/days'
import { listRoutes } from './frameworks/list-routes'
import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { type Page, pageOf } from '@/lib/platform/page-of'
import { getModule, listModules } from './get-module'
import type { ModuleView } from './module-view'
import { priceToJson } from './prices/price'
import type { PublicCapability, PublicFramework, PublicModule, PublicSupplier } from './public-schema'
import { findListedIds, findPublicCapabilities, findPublicFrameworks, findPublicSuppliers } from './public-store'

/** Published modules for the public API, by id. */
export async function listPublicModules(ctx: Context, after: string, limit: number): Promise<Page<PublicModule>> {
  const ids = await findListedIds(db, isId(after) ? after : undefined, limit + 1)
  const { data, next } = pageOf(ids, (id) => id, after, limit)
  return { data: (await listModules(ctx, data)).map(summary), next }
}

/** One published module with the text of its listing; undefined where there is none. */
export async function getPublicModule(ctx: Context, id: string) {
  const module = await getModule(ctx, id)
  if (!module) return undefined
  const { present, announced } = module.prices
  return {
    ...summary(module),
    content: module.listing,
    prices: {
      present: present.map(priceToJson),
      announced: announced.map(({ price, announcedOn }) => ({ ...priceToJson(price), announcedOn })),
    },
  }
}

export async function listPublicSuppliers(_: Context, after: string, limit: number): Promise<Page<PublicSupplier>> {
  return pageOf(await findPublicSuppliers(db), (s) => s.id, after, limit)
}

export async function listPublicCapabilities(
  _: Context,
  after: string,
  limit: number,
): Promise<Page<PublicCapability>> {
  return pageOf(await findPublicCapabilities(db), (c) => c.id, after, limit)
}

export async function listPublicFrameworks(ctx: Context, after: string, limit: number): Promise<Page<PublicFramework>> {
  const page = pageOf(await findPublicFrameworks(db), (f) => f.id, after, limit)
  const routes = await listRoutes(
    db,
    page.data.map((f) => f.id),
    dayOf(ctx.now),
  )
  const shown = page.data.map((f) => ({
    ...f,
    routes: routes.get(f.id)!.map((r) => ({ ...r, capPence: r.capPence === null ? null : String(r.capPence) })),
  }))
  return { ...page, data: shown }
}

function summary(module: ModuleView): PublicModule {
  const { id, supplier, listing, standing, metCapabilityIds, failedCapabilityIds } = module
  const assessed = (capability: string) =>
    failedCapabilityIds.includes(capability) ? 'failed' : metCapabilityIds.includes(capability) ? 'met' : 'not assessed'
  return {
    id,
    name: listing.name,
    version: listing.version,
    summary: listing.summary,
    supplier: { id: supplier.id, brand: supplier.brand, legalName: supplier.legalName },
    capabilities: listing.capabilities.map((c) => ({ id: c.id, assessed: assessed(c.id) })),
    standing: { words: standing.words, asOf: standing.asOf },
    listing: { id: module.listingVersionId, sha256: module.sha256, publishedOn: module.publishedOn },
    demonstration: module.demo,
  }
}
