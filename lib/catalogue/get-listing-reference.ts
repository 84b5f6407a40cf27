import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { readDeclarationStanding } from './declarations/get-declaration'
import type { Listing } from './listing'
import type { ListingReference } from './listing-reference'
import { findAlternatives, findFrameworks, findOtherModules } from './listing-reference-store'
import { findEpics } from './reference-store'

/** What a text speaks of beside itself: public, and the same number of statements for every text. */
export async function getListingReference(
  tx: Tx,
  module: { id: string; supplierId: string },
  listing: Listing,
  today: Day,
): Promise<ListingReference> {
  const named = [...new Set([...(listing.conflicts ?? []), ...(listing.worksWith ?? [])])]
  const [epics, frameworks, alternatives, others, declaration] = await Promise.all([
    findEpics(
      tx,
      listing.capabilities.map((c) => c.id),
    ),
    findFrameworks(tx, listing.frameworkIds),
    findAlternatives(tx, listing.requires, module),
    findOtherModules(tx, module.id, named),
    readDeclarationStanding(tx, module.supplierId, today),
  ])
  const declaredOn = declaration.kind === 'valid' ? declaration.declaration.declaredOn : null
  return { epics, frameworks, alternatives, ...others, declaredOn }
}
