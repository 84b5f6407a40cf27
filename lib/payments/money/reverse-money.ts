import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { Invoice } from '../invoices/invoice'
import { invoiceMachine } from '../invoices/invoice-machine'
import { lockInvoice, saveInvoice } from '../invoices/invoice-store'
import { reverseTransaction } from '../ledger/post-transaction'
import { findReceipt, markReversed } from './money-store'

/** `of` is the key under which the money came in, `key` that of what takes it back. */
export type MoneyBack = { invoiceId: string; of: string; key: string; on: Day }

/**
 * Takes back money that came in before, whole, by linked postings: a refund, a bounced transfer. A paid invoice is reversed; one
 * that was paid in part owes that part again. The same key again changes nothing. What went on to the supplier is another
 * matter (N16).
 */
export async function reverseMoney(
  tx: Tx,
  ctx: Context,
  back: MoneyBack,
): Promise<Result<{ invoice: Invoice; again: boolean }>> {
  const invoice = await lockInvoice(tx, back.invoiceId)
  const receipt = await findReceipt(tx, back.of)
  if (!invoice || receipt?.invoiceId !== back.invoiceId) return refuse({ kind: 'not-found' })
  if (receipt.reversedKey === back.key) return ok({ invoice, again: true })
  if (receipt.reversedKey !== null) return refuse({ kind: 'conflict', because: 'This money was taken back already' })
  const names = receipt.appliedPence > 0n ? ['applied', 'money'] : ['money']
  for (const name of names) {
    const undone = await reverseTransaction(tx, ctx, {
      key: `${name}/back/${back.key}`,
      kind: `${name}-taken-back`,
      of: `${name}/${back.of}`,
    })
    if (!undone.ok) return undone
  }
  await markReversed(tx, receipt.id, back.key, back.on)
  const move = receipt.appliedPence > 0n ? next(invoiceMachine, invoice.state, 'reverse') : undefined
  const change = { state: move?.to ?? invoice.state, paidPence: invoice.paidPence - receipt.appliedPence, paidOn: null }
  if (receipt.appliedPence > 0n && !(await saveInvoice(tx, invoice.id, invoice.version, change)))
    return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: move?.event ?? 'MoneyTakenBack',
    about: { type: 'Invoice', id: invoice.id },
    ...(move ? { from: invoice.state, to: move.to } : {}),
    organisationId: invoice.payerId,
    data: {
      contractId: invoice.contractId,
      receiptId: receipt.id,
      pence: receipt.pence,
      appliedPence: receipt.appliedPence,
    },
  })
  return ok({
    invoice: receipt.appliedPence > 0n ? { ...invoice, ...change, version: invoice.version + 1 } : invoice,
    again: false,
  })
}
