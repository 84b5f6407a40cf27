import 'server-only'
import { listListings } from '@/lib/catalogue/get-listing'
import { listCurrentListingIds } from '@/lib/catalogue/list-listed-versions'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { ShortlistSummary, ShortlistView } from './shortlist'
import { maySeeShortlist } from './shortlist-policy'
import { findEntries, findShortlist, findShortlists } from './shortlist-store'

/** A shortlist of one of the actor's organisations with its modules, named as they were when they were put there. */
export async function getShortlist(actor: Actor, id: string, tx: Tx = db): Promise<ShortlistView | undefined> {
  const shortlist = isId(id) ? await findShortlist(tx, id) : undefined
  if (!shortlist || !maySeeShortlist(actor, shortlist)) return undefined
  const entries = await findEntries(tx, shortlist.id)
  const listings = await listListings(
    actor,
    entries.map((e) => e.listingVersionId),
    tx,
  )
  const current = await listCurrentListingIds(
    tx,
    entries.map((e) => e.moduleId),
  )
  return {
    ...shortlist,
    entries: entries.map((entry) => {
      const listing = listings.find((l) => l.id === entry.listingVersionId)!
      return {
        ...entry,
        moduleName: listing.moduleName,
        supplierName: listing.supplierName,
        outdated: current.get(entry.moduleId) !== entry.listingVersionId,
      }
    }),
  }
}

/** The shortlists of the actor's organisations, live ones first. */
export async function listShortlists(actor: Actor): Promise<ShortlistSummary[]> {
  return findShortlists(db, organisationsOf(actor))
}
