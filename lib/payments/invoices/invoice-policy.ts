import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import type { Invoice } from './invoice'

type Parties = Pick<Invoice, 'payerId' | 'supplierId' | 'practiceIds'>

/** Payer, supplier and the practices of its sites read an invoice; for everybody else it does not exist. */
export const maySeeInvoice = (actor: Actor, { payerId, supplierId, practiceIds }: Parties): boolean =>
  [payerId, supplierId, ...practiceIds].some((id) => belongsTo(actor, id))

/** Accept the statement or submit own lines: an editor or signatory of the supplier. */
export function maySubmitInvoice(actor: Actor, { supplierId }: Pick<Invoice, 'supplierId'>): Decision {
  return grantOf(actor, 'supplier-signatory', supplierId) || grantOf(actor, 'supplier-editor', supplierId)
    ? allow
    : deny('Only an editor or signatory of the supplier can submit this invoice')
}

/** Roles of a payer that say whether a service was received (CONFIRM). */
export const confirmingRoles = ['funding-requester', 'delivery-partner', 'practice-manager'] as const

/** CONFIRM: somebody of the payer who knows that the service was received, and did not submit the invoice themselves (N2). */
export function mayApproveInvoice(actor: Actor, invoice: Pick<Invoice, 'payerId' | 'submittedById'>): Decision {
  if (!confirmingRoles.some((role) => grantOf(actor, role, invoice.payerId)))
    return deny('Only somebody of the paying organisation who confirms receipt can approve this invoice')
  if (invoice.submittedById === actor.userId) return deny('You submitted this invoice. Somebody else approves it')
  return allow
}

/** Who asked for the money of this invoice, and who approved it. */
export type Duties = { requestedByIds: string[]; decidedByIds: string[] }

/** RELEASE: a finance officer of the payer who neither asked for the money, approved it, nor confirmed receipt (B6, by person). */
export function mayReleaseInvoice(
  actor: Actor,
  invoice: Pick<Invoice, 'payerId' | 'approvedById' | 'submittedById'>,
  { requestedByIds, decidedByIds }: Duties,
): Decision {
  if (!grantOf(actor, 'finance-officer', invoice.payerId))
    return deny('Only a finance officer of the paying organisation can release this invoice')
  if (requestedByIds.includes(actor.userId)) return deny('You asked for this money. Somebody else releases it')
  if (decidedByIds.includes(actor.userId)) return deny('You approved this money. Somebody else releases it')
  if (invoice.approvedById === actor.userId) return deny('You confirmed receipt. Somebody else releases the payment')
  if (invoice.submittedById === actor.userId) return deny('You submitted this invoice. Somebody else releases it')
  return allow
}

/** Void, and record a bank transfer: a finance officer of the payer. */
export function mayHandleMoney(actor: Actor, { payerId }: Pick<Invoice, 'payerId'>): Decision {
  return grantOf(actor, 'finance-officer', payerId)
    ? allow
    : deny('Only a finance officer of the paying organisation can do this')
}
