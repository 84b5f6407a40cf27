import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { Invoice } from './invoice'
import { type InvoiceCommand, invoiceMachine } from './invoice-machine'
import { maySeeInvoice } from './invoice-policy'
import { findInvoice, type InvoiceChange, saveInvoice } from './invoice-store'

type Step = {
  id: string
  version: number
  command: InvoiceCommand
  may: (invoice: Invoice) => Promise<Decision> | Decision
  /** What is saved with the move, or why the facts refuse it. */
  change?: (invoice: Invoice) => Promise<Result<Omit<InvoiceChange, 'state'>>>
  /** What else is written, after the guarded move and before the event. */
  write?: (invoice: Invoice) => Promise<Result<unknown>>
  data?: (invoice: Invoice) => Record<string, unknown>
}

/** One move of an invoice, from the outside in: not found, forbidden, wrong state, the facts, stale; then state and one event. */
export async function climbInvoice(tx: Tx, ctx: Context, step: Step): Promise<Result<Invoice>> {
  const invoice = await findInvoice(tx, step.id)
  if (!invoice || !maySeeInvoice(ctx.actor, invoice)) return refuse({ kind: 'not-found' })
  const decision = await step.may(invoice)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  if (!next(invoiceMachine, invoice.state, step.command))
    return refuse({ kind: 'wrong-state', state: invoice.state, command: step.command })
  if (invoice.version !== step.version) return refuse({ kind: 'stale' })
  const change = step.change ? await step.change(invoice) : ok({})
  return change.ok ? moveInvoice(tx, ctx, invoice, { ...step, change: change.value }) : change
}

type Move = Pick<Step, 'command' | 'write' | 'data'> & { change: Omit<InvoiceChange, 'state'> }

/** The move itself, for who has asked already: the guarded state first, what belongs to it, then its event. */
export async function moveInvoice(
  tx: Tx,
  ctx: Context,
  invoice: Invoice,
  { command, change, write, data }: Move,
): Promise<Result<Invoice>> {
  const move = next(invoiceMachine, invoice.state, command)
  if (!move) return refuse({ kind: 'wrong-state', state: invoice.state, command })
  if (!(await saveInvoice(tx, invoice.id, invoice.version, { ...change, state: move.to })))
    return refuse({ kind: 'stale' })
  const moved = (await findInvoice(tx, invoice.id))!
  const written = write ? await write(moved) : ok(undefined)
  if (!written.ok) return written
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'Invoice', id: invoice.id },
    from: invoice.state,
    to: move.to,
    organisationId: invoice.payerId,
    data: { contractId: invoice.contractId, month: invoice.month, ...data?.(moved) },
  })
  return ok(moved)
}
