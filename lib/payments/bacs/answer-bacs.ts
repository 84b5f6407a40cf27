import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { Invoice } from '../invoices/invoice'
import { maySeeInvoice } from '../invoices/invoice-policy'
import { findInvoice } from '../invoices/invoice-store'
import { postSupplierShare } from '../money/post-supplier-share'
import { recordMoney } from '../money/record-money'
import { recordPayout } from '../money/record-payout'
import type { BacsPayment } from './bacs-payment'
import { bacsPaymentMachine } from './bacs-payment-machine'
import { mayAnswerBacs } from './bacs-policy'
import type { AnswerBacsInput } from './bacs-schema'
import { answerPayment, findBacsPayment } from './bacs-store'

/** The supplier says whether a recorded transfer came: what came counts as money in, and is with the supplier already. */
export function answerBacs(ctx: Context, input: AnswerBacsInput): Promise<Result<{ invoiceId: string }>> {
  return transaction(async (tx) => {
    const payment = await findBacsPayment(tx, input.id)
    const invoice = payment && (await findInvoice(tx, payment.invoiceId))
    if (!payment || !invoice || !maySeeInvoice(ctx.actor, invoice)) return refuse({ kind: 'not-found' })
    const decision = mayAnswerBacs(ctx.actor, payment, invoice)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const command = input.answer === 'came' ? 'confirm' : 'deny'
    const move = next(bacsPaymentMachine, payment.state, command)
    if (!move) return refuse({ kind: 'wrong-state', state: payment.state, command })
    const answer = { state: move.to, answeredById: ctx.actor.userId, answeredAt: ctx.now }
    if (!(await answerPayment(tx, { ...payment, version: input.version }, answer))) return refuse({ kind: 'stale' })
    const counted = command === 'confirm' ? await count(tx, ctx, invoice, payment) : ok(undefined)
    if (!counted.ok) return counted
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'BacsPayment', id: payment.id },
      from: payment.state,
      to: move.to,
      organisationId: invoice.payerId,
      data: { invoiceId: invoice.id, pence: payment.pence },
    })
    return ok({ invoiceId: invoice.id })
  })
}

/** The transfer went from payer to supplier past the portal: its money comes in, is shared and paid out at once. */
async function count(tx: Tx, ctx: Context, { id: invoiceId, supplierId }: Invoice, payment: BacsPayment) {
  const { pence, on, reference } = payment
  const key = `bacs/${payment.id}`
  const money = await recordMoney(tx, ctx, { invoiceId, pence, key, rail: 'BACS', on, reference })
  if (!money.ok || money.value.appliedPence === 0n) return money
  const shared = await postSupplierShare(tx, ctx, { invoiceId, pence: money.value.appliedPence, key, rail: 'BACS' })
  if (!shared.ok) return shared
  const of = { supplierId, pence: shared.value.sharePence, rail: 'BACS' as const }
  return recordPayout(tx, ctx, { payoutKey: key, state: 'paid', of, on })
}
