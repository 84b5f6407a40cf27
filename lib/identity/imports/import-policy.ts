import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** Reference data and imports are the curator's (catalogue.md §2). */
export function mayImport(actor: Actor): Decision {
  if (actor.kind === 'system' || grantOf(actor, 'curator')) return allow
  return deny('Only a curator of the authority can import public files')
}
