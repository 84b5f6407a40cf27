import 'server-only'
import { listSlices } from '@/lib/funding/list-slices'
import { spendFunds } from '@/lib/funding/spend-funds'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { readSettings } from '@/lib/settings/read-settings'
import { spendingPlan } from '../match/match-rules'
import { climbInvoice } from './climb-invoice'
import { fundingOf } from './funding-of'
import type { Invoice } from './invoice'
import { mayApproveInvoice } from './invoice-policy'
import type { MoveInvoiceInput } from './invoice-schema'
import { findLines } from './line-store'
import { spendKeys } from './take-back-issue'

/** CONFIRM: the service was received. The commitment is spent on the VAT basis of the budget, never above it (B4). */
export function approveInvoice(ctx: Context, input: MoveInvoiceInput): Promise<Result<Invoice>> {
  return transaction((tx) =>
    climbInvoice(tx, ctx, {
      ...input,
      command: 'approve',
      may: (invoice) => mayApproveInvoice(ctx.actor, invoice),
      change: async () => ok({ approvedById: ctx.actor.userId, approvedAt: ctx.now }),
      write: (invoice) => spend(tx, ctx, invoice),
      data: ({ netPence, grossPence }) => ({ netPence, grossPence }),
    }),
  )
}

async function spend(tx: Tx, ctx: Context, invoice: Invoice): Promise<Result<unknown>> {
  const settings = await readSettings(tx, ctx, invoice.payerId, ['budget-basis'])
  if (!settings.ok) return settings
  const lines = await findLines(tx, invoice.id, invoice.submission)
  const { slices } = await listSlices(tx, await fundingOf(tx, invoice))
  const basis = settings.value.text('budget-basis') === 'gross' ? 'gross' : 'net'
  const plan = spendingPlan(slices, lines, invoice.vatPence, basis)
  if (!plan) return refuse({ kind: 'conflict', because: 'The commitment no longer holds enough for this invoice' })
  for (const [i, part] of plan.entries()) {
    const spent = await spendFunds(tx, ctx, { ...part, key: `${spendKeys(invoice.id)}${i}` })
    if (!spent.ok) return spent
  }
  return ok(undefined)
}
