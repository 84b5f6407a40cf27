import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { moveInvoice } from '../invoices/climb-invoice'
import type { Invoice } from '../invoices/invoice'
import { findInvoicesOfContract } from '../invoices/invoice-store'
import { sumsAbout } from '../ledger/ledger-store'
import { postTransaction } from '../ledger/post-transaction'

/**
 * A recharge takes first what the payer has paid for the credited invoices of the same month, because that money is held for the
 * payer and the supplier has it. Never money of another supplier. Inside the transaction of its release.
 */
export async function applyHeldMoney(tx: Tx, ctx: Context, invoice: Invoice): Promise<Result<Invoice>> {
  if (invoice.correction === 0) return ok(invoice)
  const { payerId, grossPence, id, month } = invoice
  const chain = (await findInvoicesOfContract(tx, invoice.contractId)).filter((each) => each.month === month)
  const sums = await sumsAbout(
    tx,
    'Invoice',
    chain.map((each) => each.id),
  )
  const held = -(sums.get('cashHeld') ?? 0n)
  const pence = held < grossPence ? held : grossPence
  if (pence <= 0n) return ok(invoice)
  const posted = await postTransaction(tx, ctx, {
    key: `held-applied/${id}`,
    kind: 'held-money-applied',
    about: { type: 'Invoice', id },
    entries: [
      { account: 'cashHeld', organisationId: payerId, pence },
      { account: 'receivable', organisationId: payerId, pence: -pence },
    ],
  })
  if (!posted.ok) return posted
  const isPaid = pence === grossPence
  return moveInvoice(tx, ctx, invoice, {
    command: isPaid ? 'pay' : 'part-fund',
    change: { paidPence: pence, ...(isPaid ? { paidOn: dayOf(ctx.now) } : {}) },
    data: () => ({ heldPence: pence, appliedPence: pence }),
  })
}
