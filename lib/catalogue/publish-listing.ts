import 'server-only'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { fromZod } from '@/lib/platform/form-state'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { claimDependencies } from './dependencies/claim-dependencies'
import { isMajorAfter } from './drafts/version-rules'
import type { Listing } from './listing'
import { mayPublishListing } from './listing-policy'
import { kindOf } from './listing-rules'
import { listingSchema } from './listing-schema'
import { addListing, findClaimedBefore, findVersionToPublish, pointToListing } from './listing-store'

export type PublishListing = {
  listingId: string
  moduleVersionId: string
  content: unknown
  /** The draft that it was, where it came through self-service. */
  draftId?: string
}

/** Publishes the text of a module version: immutable from here on, found from here on. */
export function publishListing(ctx: Context, input: PublishListing): Promise<Result<{ id: string; sha256: string }>> {
  return transaction((tx) => publishListingWithin(tx, ctx, input))
}

/** The same as a part of a greater act. */
export async function publishListingWithin(
  tx: Tx,
  ctx: Context,
  input: PublishListing,
): Promise<Result<{ id: string; sha256: string }>> {
  const found = await findVersionToPublish(tx, input.moduleVersionId)
  if (!found) return refuse({ kind: 'not-found' })
  const decision = mayPublishListing(ctx.actor)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  if (found.module.supplier.status !== 'active')
    return refuse({ kind: 'conflict', because: 'The supplier is suspended: nothing of theirs can be published' })
  const listing = listingSchema.safeParse(input.content)
  if (!listing.success) return refuse(fromZod(listing.error))
  const before = await findClaimedBefore(tx, found.moduleId)
  const sha256 = sha256Hex(canonicalJson(listing.data))
  await addListing(tx, {
    id: input.listingId,
    moduleId: found.moduleId,
    moduleVersionId: input.moduleVersionId,
    supplierBrand: found.module.supplier.brand,
    content: listing.data,
    sha256,
    kind: kindOf(listing.data),
    publishedOn: dayOf(ctx.now),
    publishedAt: ctx.now,
  })
  await pointToListing(tx, found.moduleId, input.listingId)
  const supplierId = found.module.supplier.organisationId
  await claimDependencies(tx, ctx, { moduleId: found.moduleId, supplierId }, listing.data)
  await record(tx, ctx, {
    name: 'ListingPublished',
    about: { type: 'Module', id: found.moduleId },
    organisationId: supplierId,
    data: {
      listingVersionId: input.listingId,
      moduleVersionId: input.moduleVersionId,
      sha256,
      ...newsOf(listing.data, found.version, before),
      ...(input.draftId && { draftId: input.draftId }),
    },
  })
  return ok({ id: input.listingId, sha256 })
}

/** What assurance has not seen of this module: capabilities that no earlier text claimed, and a new major version (LST-4). */
const newsOf = (listing: Listing, version: string, before: { capabilityIds: string[]; versions: string[] }) => ({
  newCapabilityIds: listing.capabilities.map((c) => c.id).filter((id) => !before.capabilityIds.includes(id)),
  majorVersion: before.versions.length > 0 && before.versions.every((old) => isMajorAfter(old, version)),
})
