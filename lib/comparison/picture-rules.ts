import { dependenciesOf } from '@/lib/catalogue/dependencies/dependency'
import { type ClaimIndex, type ClaimState, stateOf } from '@/lib/catalogue/dependencies/dependency-claim'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'

export const linkKinds = ['requires', 'works-with', 'conflicts', 'integration'] as const
export type LinkKind = (typeof linkKinds)[number]
/** `stated` needs nobody's confirmation: a conflict, or what one supplier says of two modules of its own. */
export type LinkState = Exclude<ClaimState, 'dropped'> | 'stated'

export const linkKindWords: Record<LinkKind, string> = {
  requires: 'needs',
  'works-with': 'works with',
  conflicts: 'cannot run beside',
  integration: 'shares an integration with',
}
export const linkStateWords: Record<LinkState, string> = {
  proven: 'Proven',
  confirmed: 'Confirmed',
  claimed: 'Claimed, not confirmed',
  disputed: 'Disputed',
  stated: 'Stated',
}

/** One relation between two modules of a set. Where it has no direction, `from` is the earlier of the set. */
export type Link = { from: string; to: string; kind: LinkKind; state: LinkState; detail: string }
export type Picture = { nodes: { id: string; name: string; supplier: string }[]; links: Link[] }

/** Which module of a chosen set speaks with which, and who stands behind it (DEP-1): the facts of the picture and of its table. */
export function pictureOf(chosen: ModuleView[], names: ReferenceNames, claims: ClaimIndex): Picture {
  const modules = chosen.filter((module) => !isOffSale(module.standing))
  const links = modules.flatMap((module) => [
    ...saidLinks(module, modules, claims),
    ...capabilityLinks(module, modules, names),
    ...integrationLinks(module, modules, names),
  ])
  return {
    nodes: modules.map(({ id, listing, supplier }) => ({ id, name: listing.name, supplier: supplier.brand })),
    links: [...new Map(links.map((link) => [linkKey(link), link])).values()],
  }
}

/** A conflict and an integration have no direction: said by both, they are one line. */
export const linkKey = ({ from, to, kind, detail }: Link): string =>
  `${kind}/${kind === 'conflicts' ? [from, to].sort().join('/') : `${from}/${to}`}/${kind === 'conflicts' ? '' : detail}`

function saidLinks(module: ModuleView, modules: ModuleView[], claims: ClaimIndex): Link[] {
  return dependenciesOf(module.listing).flatMap(({ relation, moduleIds = [], minimumVersion = null, note }) =>
    modules
      .filter((other) => other.id !== module.id && moduleIds.includes(other.id))
      .map((other): Link => {
        const said = { moduleId: module.id, targetId: other.id, relation, minimumVersion }
        const isOne = relation === 'conflicts' || other.supplier.id === module.supplier.id
        const state = isOne ? 'stated' : answered(stateOf(claims, said))
        const detail = [minimumVersion && `version ${minimumVersion} or later`, note].filter(Boolean).join('. ')
        return { from: module.id, to: other.id, kind: relation, state, detail }
      }),
  )
}

const answered = (state: ClaimState): LinkState => (state === 'dropped' ? 'claimed' : state)

/** A need for a capability, and each module of the set that brings it; proven where it was assessed as met. */
function capabilityLinks(module: ModuleView, modules: ModuleView[], names: ReferenceNames): Link[] {
  return dependenciesOf(module.listing).flatMap(({ relation, capabilityId }) => {
    if (relation !== 'requires' || capabilityId === undefined) return []
    return modules
      .filter((other) => other.id !== module.id && offers(other, capabilityId))
      .map((other): Link => {
        const state = other.metCapabilityIds.includes(capabilityId) ? 'proven' : 'claimed'
        const words = state === 'proven' ? 'assessed as met' : 'not assessed'
        const detail = `${names.capabilities[capabilityId]?.name ?? capabilityId} (${capabilityId}), ${words}`
        return { from: module.id, to: other.id, kind: 'requires', state, detail }
      })
  })
}

const offers = ({ listing, failedCapabilityIds }: ModuleView, id: string): boolean =>
  listing.capabilities.some((c) => c.id === id) && !failedCapabilityIds.includes(id)

/** One consumes through IM1, GP Connect or the NHS App what the other provides. Nobody here has tested it: a claim. */
function integrationLinks(consumer: ModuleView, modules: ModuleView[], names: ReferenceNames): Link[] {
  const does = ({ listing }: ModuleView, role: string) =>
    listing.integrations.filter((i) => i.role === role).map((i) => i.type)
  return does(consumer, 'consumer').flatMap((type) =>
    modules
      .filter((other) => other.id !== consumer.id && does(other, 'provider').includes(type))
      .map(
        (other): Link => ({
          from: consumer.id,
          to: other.id,
          kind: 'integration',
          state: 'claimed',
          detail: names.integrations[type] ?? type,
        }),
      ),
  )
}
