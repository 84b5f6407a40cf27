import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findListings } from './frozen-listing-store'
import { findReferenceNames } from './reference-store'

/** What a frozen listing says that its module connects to, by name; none where the listing is not known. */
export async function listIntegrationNames(tx: Tx, listingVersionId: string | null): Promise<string[]> {
  const [listing] = listingVersionId && isId(listingVersionId) ? await findListings(tx, [listingVersionId]) : []
  if (!listing) return []
  const { integrations } = await findReferenceNames(tx)
  return [...new Set(listing.content.integrations.map(({ type }) => integrations[type] ?? type))]
}
