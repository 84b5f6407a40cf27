import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findListings } from './frozen-listing-store'
import type { Listing } from './listing'

/** What an order takes from a frozen listing beside its price: services, data processing schedule, contacts, frameworks. Published text is everybody's to read. */
export type FrozenText = Pick<Listing, 'services' | 'dataProcessing' | 'supplier' | 'frameworkIds'> & { sha256: string }

/** The frozen text of a listing version; undefined where there is none. */
export async function getFrozenText(tx: Tx, listingVersionId: string): Promise<FrozenText | undefined> {
  const [found] = await findListings(tx, [listingVersionId])
  if (!found) return undefined
  const { services, dataProcessing, supplier, frameworkIds } = found.content
  return { services, dataProcessing, supplier, frameworkIds, sha256: found.sha256 }
}
