import { dependenciesOf, neededCapabilities } from './dependencies/dependency'
import { type ClaimIndex, isBacked, stateOf } from './dependencies/dependency-claim'
import { isOlder } from './drafts/version-rules'
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
  version: string
  /** Modules by name, of which one must be in the set. */
  requiresModules: ModuleTarget[]
  /** Ids of modules it cannot run beside; true both ways, whoever says it (DEP-1). */
  conflicts: string[]
}
/** One of these modules, at this version or a later one; `backed` are those whose supplier or a test stands behind it. */
export type ModuleTarget = { oneOf: string[]; minimumVersion: string | null; backed: string[] }
export type ModuleNeed = {
  module: string
  oneOf: string[]
  minimumVersion: string | null
  /** What the set has of these, in versions that are too old. */
  older: { id: string; version: string }[]
}
export type Need = { module: string; capability: string }
export type BundleCheck = {
  /** Needs that nobody in the set meets. */
  missing: Need[]
  /** Pairs that cannot run side by side, each once, in the order of the set. */
  conflicts: [string, string][]
  /** Modules needed by name, of which the set has none, or only an older version. */
  missingModules: ModuleNeed[]
  /** Modules needed by name that the set has, but nobody except the claiming supplier says that it works. */
  unprovenModules: ModuleNeed[]
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
  const named = chosen.flatMap((offer) => offer.requiresModules.map((target) => met(offer.id, target, chosen)))
  return {
    missing: needs.filter((need) => !offered.has(need.capability)),
    conflicts: chosen.flatMap((a, i) =>
      chosen.slice(i + 1).flatMap((b): [string, string][] => (isConflict(a, b) ? [[a.id, b.id]] : [])),
    ),
    missingModules: named.filter((n) => n.by.length === 0).map((n) => n.need),
    unprovenModules: named.filter((n) => n.by.length > 0 && !n.isBacked).map((n) => n.need),
    unproven: needs.filter(({ capability }) => offered.has(capability) && !proven.has(capability)),
    uncovered: foundationCapabilities.filter((capability) => !offered.has(capability)),
  }
}

/** Which modules of the set meet a need for one of several by name. */
function met(module: string, { oneOf, minimumVersion, backed }: ModuleTarget, chosen: Offer[]) {
  const there = chosen.filter((other) => other.id !== module && oneOf.includes(other.id))
  const isOld = (other: Offer) => minimumVersion !== null && isOlder(other.version, minimumVersion)
  const by = there.filter((other) => !isOld(other)).map((other) => other.id)
  const older = there.filter(isOld).map(({ id, version }) => ({ id, version }))
  return { by, isBacked: by.some((id) => backed.includes(id)), need: { module, oneOf, minimumVersion, older } }
}

/** What these modules offer. A suspended one offers nothing; a capability that was found to fail is not offered (CAT-2). */
export function offersOf(modules: ModuleView[], claims: ClaimIndex = {}): Offer[] {
  return modules
    .filter((module) => !isOffSale(module.standing))
    .map((module) => {
      const { id, listing, metCapabilityIds, failedCapabilityIds } = module
      const capabilities = listing.capabilities.map((c) => c.id).filter((c) => !failedCapabilityIds.includes(c))
      return {
        id,
        capabilities,
        proven: capabilities.filter((c) => metCapabilityIds.includes(c)),
        version: listing.version,
        requires: neededCapabilities(listing),
        requiresModules: targetsOf(module, modules, claims),
        conflicts: dependenciesOf(listing).flatMap((d) => (d.relation === 'conflicts' ? (d.moduleIds ?? []) : [])),
      }
    })
}

/** A supplier answers for both of its own modules; of another's, that supplier or a test must. */
function targetsOf({ id, listing, supplier }: ModuleView, modules: ModuleView[], claims: ClaimIndex): ModuleTarget[] {
  const own = new Set(modules.filter((other) => other.supplier.id === supplier.id).map((other) => other.id))
  return dependenciesOf(listing).flatMap(({ relation, moduleIds, minimumVersion = null }) => {
    if (relation !== 'requires' || !moduleIds) return []
    const isSure = (targetId: string) =>
      own.has(targetId) || isBacked(stateOf(claims, { moduleId: id, targetId, relation, minimumVersion }))
    return [{ oneOf: moduleIds, minimumVersion, backed: moduleIds.filter(isSure) }]
  })
}

const isConflict = (a: Offer, b: Offer): boolean => a.conflicts.includes(b.id) || b.conflicts.includes(a.id)
