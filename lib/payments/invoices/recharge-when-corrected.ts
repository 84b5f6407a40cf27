import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Day } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { againWhenStale, ok, type Result } from '@/lib/platform/refusal'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { readCharges } from '../charges/read-charges'
import { moveInvoice } from './climb-invoice'
import { drawUpStatement } from './draw-up-statement'
import type { Invoice, InvoiceLine } from './invoice'
import { invoiceMachine } from './invoice-machine'
import { findInvoicesOfContract, lockInvoice } from './invoice-store'
import { findLines } from './line-store'
import { takeBackIssue } from './take-back-issue'

/**
 * Hears that the evidence of a site changed, or that an invoice was issued or paid meanwhile: every issued or paid invoice of the
 * contract that no longer says what the evidence says is credited in full and charged anew (V3, W4). A month whose evidence is
 * the same stays as it is.
 */
export async function rechargeWhenCorrected(ctx: Context, event: StoredEvent): Promise<void> {
  const contractId = String(event.data.contractId ?? '')
  if (contractId === '') return
  for (const { id, month } of await findInvoicesOfContract(db, contractId)) await rechargeInvoice(ctx, id, month)
}

async function rechargeInvoice(ctx: Context, id: string, month: Day): Promise<void> {
  const done = await transaction(async (tx): Promise<Result<unknown>> => {
    const invoice = await lockInvoice(tx, id)
    if (!invoice || !invoiceMachine[invoice.state].credit) return ok(undefined)
    const charges = await readCharges(tx, invoice.contractId, month)
    if (!charges.ok) return charges
    const charged = await findLines(tx, id, invoice.submission)
    return isSame(charged, charges.value.lines) ? ok(undefined) : creditInvoice(tx, ctx, invoice)
  })
  againWhenStale(done)
}

/** Whether each line counts what the evidence counts today. */
export function isSame(charged: InvoiceLine[], today: InvoiceLine[]): boolean {
  const count = (lines: InvoiceLine[], key: string) => lines.find((line) => line.key === key)?.quantity ?? 0n
  return [...charged, ...today].every(({ key }) => count(charged, key) === count(today, key))
}

async function creditInvoice(tx: Tx, ctx: Context, invoice: Invoice): Promise<Result<unknown>> {
  const credited = await moveInvoice(tx, ctx, invoice, {
    command: 'credit',
    change: { endedBecause: 'The evidence of use was corrected. A new statement takes its place.' },
    write: () => takeBackIssue(tx, ctx, invoice),
    data: ({ grossPence }) => ({ grossPence }),
  })
  return credited.ok ? drawUpStatement(tx, ctx, invoice.contractId, invoice.month) : credited
}
