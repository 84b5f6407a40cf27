import { foundationCapabilities } from './listing-rules'
import { isOffSale } from './module-rules'
import type { ModuleView } from './module-view'

/** What one module brings to a set: what it claims and was not found to fail, what of it was proven, what it needs and what it refuses. */
export type Offer = {
  id: string
  capabilities: string[]
  proven: string[]
  /** Capabilities that some module of the set must have. */
  requires: string[]
  /** Ids of modules it cannot run beside; true both ways, whoever says it (DEP-1). */
  conflicts: string[]
}
export type Need = { module: string; capability: string }
export type BundleCheck = {
  /** Needs that nobody in the set meets. */
  missing: Need[]
  /** Pairs that cannot run side by side, each once, in the order of the set. */
  conflicts: [string, string][]
  /** Needs met only by what a supplier claims: nobody has assessed it. */
  unproven: Need[]
  /** Foundation capabilities that nobody in the set offers. */
  uncovered: string[]
}

/** Whether the chosen modules make a whole together (DEP-2). Two may meet each other's needs. */
export function checkBundle(chosen: Offer[]): BundleCheck {
  const offered = new Set(chosen.flatMap((offer) => offer.capabilities))
  const proven = new Set(chosen.flatMap((offer) => offer.proven))
  const needs = chosen.flatMap(({ id, requires }) =>
    [...new Set(requires)].map((capability) => ({ module: id, capability })),
  )
  return {
    missing: needs.filter((need) => !offered.has(need.capability)),
    conflicts: chosen.flatMap((a, i) =>
      chosen.slice(i + 1).flatMap((b): [string, string][] => (isConflict(a, b) ? [[a.id, b.id]] : [])),
    ),
    unproven: needs.filter(({ capability }) => offered.has(capability) && !proven.has(capability)),
    uncovered: foundationCapabilities.filter((capability) => !offered.has(capability)),
  }
}

/** What these modules offer. A suspended one offers nothing; a capability that was found to fail is not offered (CAT-2). */
export function offersOf(modules: ModuleView[]): Offer[] {
  return modules
    .filter((module) => !isOffSale(module.standing))
    .map(({ id, listing, metCapabilityIds, failedCapabilityIds }) => {
      const capabilities = listing.capabilities.map((c) => c.id).filter((c) => !failedCapabilityIds.includes(c))
      return {
        id,
        capabilities,
        proven: capabilities.filter((c) => metCapabilityIds.includes(c)),
        requires: listing.requires,
        conflicts: listing.conflicts ?? [],
      }
    })
}

const isConflict = (a: Offer, b: Offer): boolean => a.conflicts.includes(b.id) || b.conflicts.includes(a.id)
