import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** The authority keeps the accounts: a curator decides, unless they hold a role in that supplier. */
export function mayKeepSuppliers(actor: Actor, supplierId: string | null = null): Decision {
  if (!grantOf(actor, 'curator')) return deny('Only a curator of the authority can do this')
  if (belongsTo(actor, supplierId)) return deny('You hold a role in this supplier: another curator must decide')
  return allow
}
