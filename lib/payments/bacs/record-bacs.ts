import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { invoiceMachine } from '../invoices/invoice-machine'
import { mayHandleMoney, maySeeInvoice } from '../invoices/invoice-policy'
import { findInvoice } from '../invoices/invoice-store'
import type { RecordBacsInput } from './bacs-schema'
import { insertBacsPayment } from './bacs-store'

/** Finance says that it has sent a bank transfer. Nothing is paid by that: the supplier says whether it came. Amount in pence. */
export function recordBacs(ctx: Context, input: RecordBacsInput): Promise<Result<{ invoiceId: string }>> {
  return transaction(async (tx) => {
    const invoice = await findInvoice(tx, input.id)
    if (!invoice || !maySeeInvoice(ctx.actor, invoice)) return refuse({ kind: 'not-found' })
    const decision = mayHandleMoney(ctx.actor, invoice)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!next(invoiceMachine, invoice.state, 'pay'))
      return refuse({ kind: 'wrong-state', state: invoice.state, command: 'record-bacs' })
    if (input.on > dayOf(ctx.now)) return invalidField('on', 'The transfer was sent today or earlier')
    if (input.on < invoice.issuedOn!) return invalidField('on', 'The invoice was not issued then')
    const { reference, on, amount: pence } = input
    const row = { id: newId(), invoiceId: invoice.id, reference, on, pence }
    if (!(await insertBacsPayment(tx, { ...row, recordedById: ctx.actor.userId, recordedAt: ctx.now })))
      return refuse({ kind: 'conflict', because: 'A transfer of this day and reference is recorded already' })
    await record(tx, ctx, {
      name: 'TransferRecorded',
      about: { type: 'BacsPayment', id: row.id },
      to: 'recorded',
      organisationId: invoice.payerId,
      data: { invoiceId: invoice.id, pence, on },
    })
    return ok({ invoiceId: invoice.id })
  })
}
