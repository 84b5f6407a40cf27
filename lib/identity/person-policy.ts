import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** Only a curator of the authority gives people roles. */
export function mayInvite(actor: Actor): Decision {
  if (!grantOf(actor, 'curator')) return deny('Only a curator of the authority can invite people')
  return allow
}

/** A curator takes roles away; the own role of curator only another one, so that the authority is never left without. */
export function mayEndGrant(actor: Actor, grant: { role: string; personId: string }): Decision {
  if (!grantOf(actor, 'curator')) return deny('Only a curator of the authority can take a role away')
  if (grant.role === 'curator' && grant.personId === actor.userId)
    return deny('You cannot take your own role of curator away. Ask another curator')
  return allow
}
