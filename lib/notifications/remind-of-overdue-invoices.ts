import 'server-only'
import { listHoldersIn } from '@/lib/identity/list-role-holders'
import { listOverdueInvoices } from '@/lib/payments/invoices/list-overdue-invoices'
import type { Context } from '@/lib/platform/context'
import { dayOf, dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import { transaction } from '@/lib/platform/transaction'
import { listSupplierWriters } from './list-supplier-writers'
import { wordsOf } from './tell-invoice-moved'
import { writeLetters } from './write-letters'

/** Tells finance and the supplier once that the due day of an invoice is over and something is owed. */
export async function remindOfOverdueInvoices(ctx: Context): Promise<void> {
  await transaction(async (tx) => {
    for (const invoice of await listOverdueInvoices(tx, dayOf(ctx.now))) {
      const people = [
        ...(await listHoldersIn(tx, [invoice.payerId], ['finance-officer'], ctx.now)),
        ...(await listSupplierWriters(tx, ctx, invoice.supplierId)),
      ]
      await writeLetters(tx, ctx, people, {
        kind: 'invoices',
        reason: `invoice-overdue/${invoice.id}/${invoice.dueOn}`,
        subject: 'An invoice is overdue',
        body: `${wordsOf(invoice)} It was due on ${dayWords(invoice.dueOn!)}.\n\n${env().publicUrl}/invoices/${invoice.id}`,
      })
    }
  })
}
