import { type Actor, belongsTo, organisationsOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** Roles that choose for their organisation. */
export const buyerRoles = ['practice-manager', 'gp-partner', 'funding-requester'] as const

/** Organisations for which the actor may keep shortlists. */
export const buyingFor = (actor: Actor): string[] => organisationsOf(actor, ...buyerRoles)

/** Whether the actor may see it at all: a stranger is told that it does not exist. */
export const maySeeShortlist = (actor: Actor, shortlist: { organisationId: string }): boolean =>
  belongsTo(actor, shortlist.organisationId)

/** Creating, changing and archiving are a buyer's, in their own organisation. */
export function mayKeepShortlist(actor: Actor, shortlist: { organisationId: string | null }): Decision {
  if (shortlist.organisationId !== null && buyingFor(actor).includes(shortlist.organisationId)) return allow
  return deny('Only practice managers, GP partners and commissioning managers keep shortlists of their organisation')
}
