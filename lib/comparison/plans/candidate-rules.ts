import { dependenciesOf } from '@/lib/catalogue/dependencies/dependency'
import { type ClaimIndex, type ClaimState, stateOf } from '@/lib/catalogue/dependencies/dependency-claim'
import { isOlder } from '@/lib/catalogue/drafts/version-rules'
import type { ServiceKind } from '@/lib/catalogue/listing'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import { priceToJson } from '@/lib/catalogue/prices/price'
import type { Day } from '@/lib/platform/days'
import type { AcceptedPairing, NeedsContent } from '../needs-profiles/needs-content'
import type { Candidate } from '../optimiser/choice'
import { barOf } from './gate-rules'

/** What is known beside the modules at the instant of the choice. */
export type MarketFacts = {
  today: Day
  names: ReferenceNames
  claims: ClaimIndex
  /** Frameworks under which an order may be placed when the plan starts. */
  liveFrameworkIds: string[]
  /** A module that offers one of these is a home of the record. */
  recordCapabilities: string[]
}
type Asked = Pick<NeedsContent, 'needs' | 'wishes' | 'accepted' | 'today'>

/** Every module as the plan sees it: what it meets and fulfils, whether it may be chosen anew, what it needs beside it. */
export function candidatesOf(modules: ModuleView[], asked: Asked, market: MarketFacts): Candidate[] {
  const isHome = (module: ModuleView) => market.recordCapabilities.some((id) => offers(module, id))
  const homes = modules.filter(isHome)
  return modules.map((module) => {
    const { id, listing, supplier, standing } = module
    const bar = barOf(module, asked.accepted, market.liveFrameworkIds)
    const ran = (asked.today ?? []).filter((row) => row.moduleId === id)
    const ends = ran.map((row) => row.contractEnd ?? market.today).sort()
    return {
      moduleId: id,
      listingVersionId: module.listingVersionId,
      listingSha256: module.sha256,
      name: listing.name,
      version: listing.version,
      supplierId: supplier.id,
      supplierName: supplier.brand,
      meets: asked.needs
        .filter((need) => covers(module, need.capabilityId, need.epicIds, asked, market))
        .map((need) => need.capabilityId),
      fulfils: asked.wishes
        .filter(({ capabilityId, epicId }) =>
          covers(module, capabilityId, epicId === null ? [] : [epicId], asked, market, epicId !== null),
        )
        .map(wishId),
      isRecordSystem: isHome(module),
      barred: bar?.because ?? null,
      ...(bar?.byWish ? { isBarredByWish: true } : {}),
      // MOD-2: no longer than its contract runs; where nobody knows that, no longer than today.
      keepableUntil: isOffSale(standing) ? (ends[0] ?? null) : null,
      prices: module.prices.present.map(priceToJson),
      services: listing.services.flatMap(({ name, description, kind, price }) =>
        price && comesWithNew(kind, `${name} ${description}`) ? [{ name, prices: [price] }] : [],
      ),
      requires: requiresOf(module, modules),
      conflicts: conflictsOf(module, modules),
      pairedWith: isHome(module) ? null : pairedWith(module, homes, asked.accepted.pairing, market.claims),
      standing: { words: standing.words, asOf: standing.asOf },
    }
  })
}

/** The id of a wish: its capability, or its epic on that capability. */
export const wishId = ({ capabilityId, epicId }: { capabilityId: string; epicId: string | null }): string =>
  epicId === null ? capabilityId : `${epicId}@${capabilityId}`

const offers = ({ listing, failedCapabilityIds }: ModuleView, capabilityId: string): boolean =>
  listing.capabilities.some((claim) => claim.id === capabilityId) && !failedCapabilityIds.includes(capabilityId)

/**
 * CAT-2: claimed and not failed; where only proof counts, assessed as met. Of a capability all its MUST epics and those made a
 * must are claimed; of a single epic only that one is asked.
 */
function covers(
  module: ModuleView,
  capabilityId: string,
  epicIds: string[],
  { accepted }: Asked,
  { names }: MarketFacts,
  isEpicOnly = false,
): boolean {
  if (!offers(module, capabilityId)) return false
  if (accepted.provenOnly && !module.metCapabilityIds.includes(capabilityId)) return false
  const claimed = module.listing.capabilities.find((claim) => claim.id === capabilityId)!.epicIds
  const must = isEpicOnly ? [] : (names.capabilities[capabilityId]?.mustEpicIds ?? [])
  return [...must, ...epicIds].every((epic) => claimed.includes(epic))
}

const comesWithNew = (kind: ServiceKind | null | undefined, words: string): boolean =>
  kind === 'migration' || kind === 'training' || (!kind && /migrat|training/i.test(words))

function requiresOf(module: ModuleView, modules: ModuleView[]): Candidate['requires'] {
  const others = modules.filter((other) => other.id !== module.id)
  const { name } = module.listing
  return dependenciesOf(module.listing).flatMap(({ relation, capabilityId, moduleIds, minimumVersion }) => {
    if (relation !== 'requires') return []
    if (capabilityId) {
      const oneOf = others.filter((other) => offers(other, capabilityId)).map((other) => other.id)
      return [{ oneOf, words: `${name} needs a module that offers ${capabilityId}` }]
    }
    const isNew = ({ listing }: ModuleView) => !minimumVersion || !isOlder(listing.version, minimumVersion)
    const oneOf = others.filter((other) => moduleIds?.includes(other.id) && isNew(other))
    const named = oneOf.map((other) => other.listing.name).join(' or ') || 'a module that is not on offer'
    return [{ oneOf: oneOf.map((other) => other.id), words: `${name} needs ${named}` }]
  })
}

/** DEP-1: a conflict holds both ways, whoever states it. */
function conflictsOf(module: ModuleView, modules: ModuleView[]): string[] {
  const named = (of: ModuleView) =>
    dependenciesOf(of.listing).flatMap((said) => (said.relation === 'conflicts' ? (said.moduleIds ?? []) : []))
  const own = named(module)
  return modules
    .filter((other) => other.id !== module.id && (own.includes(other.id) || named(other).includes(module.id)))
    .map((other) => other.id)
}

const enough: Record<AcceptedPairing, ClaimState[]> = {
  claimed: ['claimed', 'confirmed', 'proven'],
  confirmed: ['confirmed', 'proven'],
  proven: ['proven'],
}

/**
 * MOD-1: a module that names record systems it works with needs one of these, as surely as the buyer asks. One that names none
 * declares no need of pairing. A supplier answers for both where both are its own, but no word of its own is a test.
 */
function pairedWith(
  module: ModuleView,
  homes: ModuleView[],
  pairing: AcceptedPairing,
  claims: ClaimIndex,
): string[] | null {
  const said = dependenciesOf(module.listing).flatMap(({ relation, moduleIds = [], minimumVersion = null }) =>
    relation === 'conflicts'
      ? []
      : moduleIds.map((targetId) => ({ moduleId: module.id, targetId, relation, minimumVersion })),
  )
  const named = homes.filter((home) => said.some(({ targetId }) => targetId === home.id))
  if (named.length === 0) return null
  return named
    .filter((home) =>
      said.some((one) => {
        if (one.targetId !== home.id) return false
        if (one.minimumVersion && isOlder(home.listing.version, one.minimumVersion)) return false
        const own = home.supplier.id === module.supplier.id && pairing !== 'proven'
        return own || enough[pairing].includes(stateOf(claims, one))
      }),
    )
    .map((home) => home.id)
}
