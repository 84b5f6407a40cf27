import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findListings } from './frozen-listing-store'
import type { CapabilityClaim } from './listing'
import type { EpicName } from './module-view'
import { findEpics } from './reference-store'
import { findVersionIds } from './version-store'

/** What a published text claims, and for which module version: what assurance assesses (LST-4). */
export async function readClaims(
  tx: Tx,
  listingVersionId: string,
): Promise<{ moduleVersionId: string; claims: CapabilityClaim[] } | undefined> {
  const [found] = await findListings(tx, [listingVersionId])
  return found && { moduleVersionId: found.moduleVersionId, claims: found.content.capabilities }
}

/** The epics of these capabilities, those that must be met first. */
export const readEpics = (tx: Tx, capabilityIds: string[]): Promise<Record<string, EpicName[]>> =>
  findEpics(tx, capabilityIds)

/** Every version that a module has had. */
export const readVersionIds = (tx: Tx, moduleId: string): Promise<string[]> => findVersionIds(tx, moduleId)
