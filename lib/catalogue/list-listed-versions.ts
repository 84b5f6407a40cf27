import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findCurrentListingIds } from './module-store'
import { findStaleStandings } from './standing-store'
import {
  findListedVersions,
  findVersion,
  findVersionById,
  findVersionsById,
  findVersionsOfSuppliers,
} from './version-store'

/** Module versions in the catalogue today, by name: public. */
export const listListedVersions = (_: Actor, tx: Tx = db) => findListedVersions(tx)

/** One module version by module and version number: public once it was listed. */
export const getModuleVersion = async (_: Actor, moduleId: string, version: string) =>
  isId(moduleId) ? findVersion(db, moduleId, version) : undefined

/** A module version as assurance derives from it, by its own id. */
export const getVersionById = (tx: Tx, moduleVersionId: string) => findVersionById(tx, moduleVersionId)

export const listVersionsById = (tx: Tx, moduleVersionIds: string[]) => findVersionsById(tx, moduleVersionIds)

/** Every module version of these suppliers: whose they are, the caller says from grants. */
export const listVersionsOfSuppliers = (tx: Tx, supplierIds: string[]) => findVersionsOfSuppliers(tx, supplierIds)

/** Module versions in the catalogue whose cached standing is missing or past its last day. */
export async function listStaleVersions(actor: Actor, today: Day, tx: Tx = db) {
  const listed = await listListedVersions(actor, tx)
  const stale = await findStaleStandings(
    tx,
    listed.map((v) => v.id),
    today,
  )
  return listed.filter((v) => stale.has(v.id))
}

/** The listing now in force of each of these modules; none where it is no longer in the catalogue. */
export const listCurrentListingIds = (tx: Tx, moduleIds: string[]) => findCurrentListingIds(tx, moduleIds)
