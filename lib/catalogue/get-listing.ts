import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findListings, type StoredListing } from './frozen-listing-store'
import { pricesOf } from './listing-rules'
import type { ListingView } from './module-view'

/** A listing version as it was frozen, current or not; published text is everybody's to read. */
export async function getListing(_: Actor, listingVersionId: string, tx: Tx = db): Promise<ListingView | undefined> {
  if (!isId(listingVersionId)) return undefined
  const [found] = await findListings(tx, [listingVersionId])
  return found && view(found)
}

/** Several listing versions, in no order. */
export async function listListings(_: Actor, listingVersionIds: string[], tx: Tx = db): Promise<ListingView[]> {
  return (await findListings(tx, listingVersionIds.filter(isId))).map(view)
}

function view({ content, ...listing }: StoredListing): ListingView {
  return {
    ...listing,
    moduleName: content.name,
    version: content.version,
    prices: pricesOf(content),
    capabilities: content.capabilities.map((c) => c.id),
    frameworkIds: content.frameworkIds,
  }
}
