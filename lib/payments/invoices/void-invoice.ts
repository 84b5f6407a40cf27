import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { climbInvoice } from './climb-invoice'
import type { Invoice } from './invoice'
import { mayHandleMoney } from './invoice-policy'
import type { VoidInvoiceInput } from './invoice-schema'
import { takeBackIssue } from './take-back-issue'

/** Finance makes an issued invoice void before anything was paid: nothing is owed, and the commitment has its money back. */
export function voidInvoice(ctx: Context, input: VoidInvoiceInput): Promise<Result<Invoice>> {
  return transaction((tx) =>
    climbInvoice(tx, ctx, {
      ...input,
      command: 'void',
      may: (invoice) => mayHandleMoney(ctx.actor, invoice),
      change: async () => ok({ endedBecause: input.reason }),
      write: (invoice) => takeBackIssue(tx, ctx, invoice),
      data: ({ grossPence }) => ({ grossPence }),
    }),
  )
}
