import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { isAuthority, isOwn } from '../assessments/assessment-policy'

type Owned = { supplierId: string }

/** The supplier's own people, and the authority. An address inside a supplier's network is nobody else's affair. */
export const maySeeEndpoint = (actor: Actor, endpoint: Owned): boolean => isOwn(actor, endpoint) || isAuthority(actor)

/** An editor or signatory of the supplier enters, changes and proves it. */
export const mayKeepEndpoint = (actor: Actor, endpoint: Owned): Decision =>
  isOwn(actor, endpoint) ? allow : deny('Only the supplier’s own people can change this endpoint')

/** SG-02: a person of the authority, without an interest in the supplier, approves each host once. */
export function mayApproveEndpoint(actor: Actor, { supplierId }: Owned): Decision {
  if (!grantOf(actor, 'assessor') && !grantOf(actor, 'reviewer'))
    return deny('Only an assessor or a reviewer of the authority can approve a host')
  return belongsTo(actor, supplierId) ? deny('You hold a role in this supplier: somebody else must do this') : allow
}

/** Both sides may end it: the supplier its own, the authority any. */
export const mayRevokeEndpoint = (actor: Actor, endpoint: Owned): Decision =>
  isOwn(actor, endpoint) ? allow : mayApproveEndpoint(actor, endpoint)
