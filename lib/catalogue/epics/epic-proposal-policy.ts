import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

type Owned = { supplierId: string }
const isOwn = (actor: Actor, { supplierId }: Owned) =>
  grantOf(actor, 'supplier-editor', supplierId) !== undefined ||
  grantOf(actor, 'supplier-signatory', supplierId) !== undefined

/** Its supplier’s people and the curators see a proposal; in force it is everybody’s to read as an epic. */
export const maySeeProposal = (actor: Actor, proposal: Owned): boolean =>
  isOwn(actor, proposal) || grantOf(actor, 'curator') !== undefined

export const mayProposeEpic = (actor: Actor, proposal: Owned): Decision =>
  isOwn(actor, proposal) ? allow : deny('Only the supplier’s own people can do this')

/** A curator decides, unless they hold a role in that supplier. */
export function mayDecideEpic(actor: Actor, { supplierId }: Owned): Decision {
  if (!grantOf(actor, 'curator')) return deny('Only a curator of the authority can do this')
  if (belongsTo(actor, supplierId)) return deny('You hold a role in this supplier: another curator must decide')
  return allow
}
