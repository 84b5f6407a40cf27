import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findCurrentListingIds, findListedVersions, findVersion, findVersionById } from './module-store'

/** Module versions in the catalogue today, by name: public. */
export const listListedVersions = (_: Actor, tx: Tx = db) => findListedVersions(tx)

/** One module version by module and version number: public once it was listed. */
export const getModuleVersion = async (_: Actor, moduleId: string, version: string) =>
  isId(moduleId) ? findVersion(db, moduleId, version) : undefined

/** A module version as assurance derives from it, by its own id. */
export const getVersionById = (tx: Tx, moduleVersionId: string) => findVersionById(tx, moduleVersionId)

/** The listing now in force of each of these modules; none where it is no longer in the catalogue. */
export const listCurrentListingIds = (tx: Tx, moduleIds: string[]) => findCurrentListingIds(tx, moduleIds)
