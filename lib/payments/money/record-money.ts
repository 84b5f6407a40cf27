import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { type Invoice, isIssued, owedPence, type Rail } from '../invoices/invoice'
import { invoiceMachine } from '../invoices/invoice-machine'
import { lockInvoice, saveInvoice } from '../invoices/invoice-store'
import type { LedgerEntry } from '../ledger/ledger'
import { postTransaction } from '../ledger/post-transaction'
import { findReceipt, insertReceipt } from './money-store'

export type MoneyIn = {
  invoiceId: string
  pence: bigint
  /** What the rail calls this payment: the same key again changes nothing, with another sum it is refused (M6). */
  key: string
  rail: Rail
  on: Day
  reference: string
}
export type MoneyTaken = { invoice: Invoice; appliedPence: bigint; suspensePence: bigint; again: boolean }

/**
 * Takes money in for an issued invoice, inside the transaction of its rail, which has asked its own policy: applied to what is
 * owed (part-funded or paid), and what is more than owed goes to suspense. An invoice that owes nothing any more takes nothing:
 * money that came all the same is kept in suspense. In pence.
 */
export async function recordMoney(tx: Tx, ctx: Context, money: MoneyIn): Promise<Result<MoneyTaken>> {
  const invoice = await lockInvoice(tx, money.invoiceId)
  if (!invoice) return refuse({ kind: 'not-found' })
  const before = await findReceipt(tx, money.key)
  if (before) {
    const same = before.invoiceId === money.invoiceId && before.pence === money.pence && before.rail === money.rail
    if (!same) return refuse({ kind: 'conflict', because: 'This key has brought other money already' })
    return ok({ ...before, invoice, again: true })
  }
  if (money.pence <= 0n) return refuse({ kind: 'conflict', because: 'Money that came in is more than nothing' })
  if (!isIssued(invoice)) return refuse({ kind: 'wrong-state', state: invoice.state, command: 'record-money' })
  const open = next(invoiceMachine, invoice.state, 'pay') !== undefined
  const owed = open ? owedPence(invoice) : 0n
  const appliedPence = money.pence < owed ? money.pence : owed
  const suspensePence = money.pence - appliedPence
  const receipt = { ...money, id: newId(), appliedPence, suspensePence, recordedAt: ctx.now }
  if (!(await insertReceipt(tx, receipt)))
    return refuse({ kind: 'conflict', because: 'This key has brought other money already' })
  const posted = await post(tx, ctx, invoice, receipt)
  if (!posted.ok) return posted
  const move =
    appliedPence === 0n ? undefined : next(invoiceMachine, invoice.state, appliedPence === owed ? 'pay' : 'part-fund')
  const paid = { paidPence: invoice.paidPence + appliedPence, ...(appliedPence === owed ? { paidOn: money.on } : {}) }
  if (move && !(await saveInvoice(tx, invoice.id, invoice.version, { state: move.to, ...paid })))
    return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: move?.event ?? 'MoneyHeldInSuspense',
    about: { type: 'Invoice', id: invoice.id },
    ...(move ? { from: invoice.state, to: move.to } : {}),
    organisationId: invoice.payerId,
    data: {
      contractId: invoice.contractId,
      rail: money.rail,
      receiptId: receipt.id,
      pence: money.pence,
      appliedPence,
      suspensePence,
    },
  })
  const now = move ? { ...invoice, ...paid, state: move.to, version: invoice.version + 1 } : invoice
  return ok({ invoice: now, appliedPence, suspensePence, again: false })
}

type Parts = { key: string; pence: bigint; appliedPence: bigint; suspensePence: bigint }

/** Money in, then applied, then what fits nothing: three lines of the table in procurement §6. */
async function post(tx: Tx, ctx: Context, invoice: Invoice, { key, pence, appliedPence, suspensePence }: Parts) {
  const about = { type: 'Invoice', id: invoice.id }
  const [cash, portal] = [{ account: 'cash', organisationId: null } as const, { organisationId: null } as const]
  const held = { account: 'cashHeld', organisationId: invoice.payerId } as const
  const into: LedgerEntry[] = [
    { ...held, pence: -appliedPence },
    { account: 'suspense', ...portal, pence: -suspensePence },
  ]
  const came = await postTransaction(tx, ctx, {
    key: `money/${key}`,
    kind: 'money-in',
    about,
    entries: [{ ...cash, pence }, ...into.filter((entry) => entry.pence !== 0n)],
  })
  if (!came.ok || appliedPence === 0n) return came
  return postTransaction(tx, ctx, {
    key: `applied/${key}`,
    kind: 'money-applied',
    about,
    entries: [
      { ...held, pence: appliedPence },
      { account: 'receivable', organisationId: invoice.payerId, pence: -appliedPence },
    ],
  })
}
