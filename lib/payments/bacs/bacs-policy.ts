import type { Actor } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import type { Invoice } from '../invoices/invoice'
import { maySubmitInvoice } from '../invoices/invoice-policy'
import type { BacsPayment } from './bacs-payment'

/** Whether a transfer came is the supplier's word, never that of the person who recorded it (B6). */
export function mayAnswerBacs(
  actor: Actor,
  payment: Pick<BacsPayment, 'recordedById'>,
  invoice: Pick<Invoice, 'supplierId'>,
): Decision {
  if (!maySubmitInvoice(actor, invoice).allowed)
    return deny('Only an editor or signatory of the supplier can say whether the transfer came')
  return payment.recordedById === actor.userId
    ? deny('You recorded this transfer. Somebody else says whether it came')
    : allow
}
