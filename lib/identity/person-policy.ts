import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** Only a curator of the authority gives people roles. */
export function mayInvite(actor: Actor): Decision {
  if (!grantOf(actor, 'curator')) return deny('Only a curator of the authority can invite people')
  return allow
}
