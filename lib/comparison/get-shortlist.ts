import 'server-only'
import { listListings } from '@/lib/catalogue/get-listing'
import { listCurrentListingIds } from '@/lib/catalogue/list-listed-versions'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { ShortlistSummary, ShortlistView } from './shortlist'
import { buyingFor, maySeeShortlist } from './shortlist-policy'
import { findEntries, findExclusions, findShortlist, findShortlists, findShortlistsWithout } from './shortlist-store'

/** A shortlist of one of the actor's organisations with its modules, named as they were when they were put there. */
export async function getShortlist(actor: Actor, id: string, tx: Tx = db): Promise<ShortlistView | undefined> {
  const shortlist = isId(id) ? await findShortlist(tx, id) : undefined
  if (!shortlist || !maySeeShortlist(actor, shortlist)) return undefined
  const entries = await findEntries(tx, shortlist.id)
  const left = (await findExclusions(tx, shortlist.id)).filter((e) => !entries.some((on) => on.moduleId === e.moduleId))
  const listings = await listListings(
    actor,
    [...entries, ...left].map((e) => e.listingVersionId),
    tx,
  )
  const listingOf = (id: string) => listings.find((l) => l.id === id)!
  const current = await listCurrentListingIds(
    tx,
    entries.map((e) => e.moduleId),
  )
  return {
    ...shortlist,
    entries: entries.map((entry) => {
      const listing = listingOf(entry.listingVersionId)
      return {
        ...entry,
        moduleName: listing.moduleName,
        supplierName: listing.supplierName,
        outdated: current.get(entry.moduleId) !== entry.listingVersionId,
      }
    }),
    exclusions: left.map((e) => ({ ...e, moduleName: listingOf(e.listingVersionId).moduleName })),
  }
}

/** The shortlists of the actor's organisations, live ones first. */
export async function listShortlists(actor: Actor): Promise<ShortlistSummary[]> {
  return findShortlists(db, organisationsOf(actor))
}

/** What the module's page offers a buyer: live shortlists that lack the module; null to those who keep none. */
export async function listOpenShortlists(
  actor: Actor,
  moduleId: string,
): Promise<{ id: string; name: string; version: number }[] | null> {
  const organisations = buyingFor(actor)
  if (organisations.length === 0) return null
  const without = await findShortlistsWithout(db, organisations, moduleId)
  return without.map(({ id, name, version }) => ({ id, name, version }))
}
