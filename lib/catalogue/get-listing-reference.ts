import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { readDeclarationStanding } from './declarations/get-declaration'
import { namedModules, neededCapabilities } from './dependencies/dependency'
import { findNamedModules } from './dependencies/dependency-store'
import { readClaims } from './dependencies/list-dependency-claims'
import type { Listing } from './listing'
import type { ListingReference } from './listing-reference'
import { findAlternatives, findFrameworks, findNamers } from './listing-reference-store'
import { findEpics } from './reference-store'

/** What a text speaks of beside itself: public, and the same number of statements for every text. */
export async function getListingReference(
  tx: Tx,
  module: { id: string; supplierId: string },
  listing: Listing,
  today: Day,
): Promise<ListingReference> {
  const epics = await findEpics(
    tx,
    listing.capabilities.map((c) => c.id),
  )
  const frameworks = await findFrameworks(tx, listing.frameworkIds)
  const alternatives = await findAlternatives(tx, neededCapabilities(listing), module)
  const named = await findNamedModules(tx, namedModules(listing))
  const namedBy = await findNamers(tx, module.id)
  const claims = await readClaims(tx, [module.id])
  const declaration = await readDeclarationStanding(tx, module.supplierId, today)
  const declaredOn = declaration.kind === 'valid' ? declaration.declaration.declaredOn : null
  return { epics, frameworks, alternatives, named, namedBy, claims, declaredOn }
}
