import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** The authority's curators keep reference data: what files bring, and what they correct. */
export function mayKeepReference(actor: Actor): Decision {
  return grantOf(actor, 'curator') ? allow : deny('Only a curator of the authority can do this')
}
