import 'server-only'
import type Stripe from 'stripe'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'
import { stripeClient } from '@/lib/platform/stripe-port'
import { transaction } from '@/lib/platform/transaction'
import { sentBy } from './read-invoice-at-stripe'
import { differenceOf, feesOf, type Moved, paidOutOf, passedOnTo, type ReconciliationRow } from './reconcile-rules'
import { hasReconciliation, insertReconciliation, sumsPaidOut, sumsReceived, sumsShared } from './reconciliation-store'
import { listMade } from './stripe-call-store'

/**
 * I5: once a day the ledger is compared with what Stripe holds: what each payer sent, what went on to each supplier, the levy,
 * and what left for the suppliers' banks, each from the beginning. A difference is kept and shown; nothing is corrected by it.
 */
export async function reconcileStripe(ctx: Context): Promise<void> {
  const stripe = stripeClient()
  const day = dayOf(ctx.now)
  if (!stripe || (await hasReconciliation(db, day))) return
  const rows = await compare(stripe)
  await transaction((tx) => insertReconciliation(tx, day, rows, ctx.now))
  const wrong = rows.filter((row) => differenceOf(row) !== 0n)
  if (wrong.length > 0) logger.error({ day, lines: wrong.map(({ line }) => line) }, 'the ledger differs from Stripe')
}

async function compare(stripe: Stripe): Promise<ReconciliationRow[]> {
  const ledger = await readLedger(db)
  const rows: ReconciliationRow[] = []
  for (const { rowId, stripeId } of await listMade(db, 'customer')) {
    const stripePence = await sentBy(stripe, stripeId)
    rows.push({ line: 'received', ownerId: rowId, ledgerPence: ledger.received.get(rowId) ?? 0n, stripePence })
  }
  for (const { rowId, stripeId } of await listMade(db, 'account')) {
    const moved = await movedOn(stripe, { stripeAccount: stripeId })
    const of = { ownerId: rowId }
    rows.push({
      line: 'passed-on',
      ...of,
      ledgerPence: ledger.passedOn.get(rowId) ?? 0n,
      stripePence: passedOnTo(moved),
    })
    rows.push({ line: 'paid-out', ...of, ledgerPence: ledger.paidOut.get(rowId) ?? 0n, stripePence: paidOutOf(moved) })
  }
  const fees = feesOf(await movedOn(stripe, {}))
  return [...rows, { line: 'fees', ownerId: 'portal', ledgerPence: ledger.fees, stripePence: fees }]
}

async function readLedger(tx: Tx) {
  const [received, shared, paidOut] = [await sumsReceived(tx), await sumsShared(tx), await sumsPaidOut(tx)]
  const byId = (rows: { id: string; pence: bigint }[]) => new Map(rows.map(({ id, pence }) => [id, pence]))
  const fees = shared.reduce((sum, { fee }) => sum + fee, 0n)
  return { received: byId(received), passedOn: byId(shared), paidOut: byId(paidOut), fees }
}

async function movedOn(stripe: Stripe, options: Stripe.RequestOptions): Promise<Moved[]> {
  const moved: Moved[] = []
  for await (const { type, net, amount } of stripe.balanceTransactions.list({ limit: 100 }, options))
    moved.push({ type, net, amount })
  return moved
}
