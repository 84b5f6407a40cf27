import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** The supplier's own people read what it declared; the authority's reviewers too. */
export const mayReadDeclarations = (actor: Actor, supplierId: string): boolean =>
  grantOf(actor, 'supplier-editor', supplierId) !== undefined ||
  grantOf(actor, 'supplier-signatory', supplierId) !== undefined ||
  grantOf(actor, 'reviewer') !== undefined

/** A declaration binds the company: a signatory's act. */
export function mayDeclare(actor: Actor, supplierId: string): Decision {
  return grantOf(actor, 'supplier-signatory', supplierId)
    ? allow
    : deny('Only a signatory of the supplier can make its declaration')
}

/** A reviewer without a role in that supplier decides. */
export function mayDecideDeclaration(actor: Actor, supplierId: string): Decision {
  if (!grantOf(actor, 'reviewer')) return deny('Only a reviewer of the authority can do this')
  if (belongsTo(actor, supplierId)) return deny('You hold a role in this supplier: another reviewer must decide')
  return allow
}
