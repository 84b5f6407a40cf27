import 'server-only'
import { payerOf } from '@/lib/funding/funding-policy'
import type { Actor } from '@/lib/platform/actor'
import { dayFromDate } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { balanceOf } from '../ledger/balance-of'
import { findInvoicesOfPayers, findSuspense, sumOwed } from './invoice-list-store'
import { itemsOf } from './list-invoices'

/** What the money of the actor's payer waits for, and whether the ledger says what the invoices say (P7). Undefined for others. */
export async function getMoneyPage(actor: Actor) {
  const payerId = payerOf(actor)
  if (payerId === undefined) return undefined
  const states = ['statement', 'exception', 'matched', 'approved', 'issued', 'part-funded'] as const
  const items = await itemsOf(await findInvoicesOfPayers(db, [payerId], [...states]))
  const of = (...wanted: string[]) => items.filter(({ state }) => wanted.includes(state))
  const [owed, receivable, held] = [
    await sumOwed(db, payerId),
    await balanceOf('receivable', payerId),
    await balanceOf('cashHeld', payerId),
  ]
  return {
    payerId,
    queue: of('exception', 'matched'),
    statements: of('statement'),
    toRelease: of('approved'),
    toPay: of('issued', 'part-funded'),
    suspense: (await findSuspense(db, [payerId])).map((row) => ({ ...row, on: dayFromDate(row.on) })),
    reconciliation: { owed, receivable, held: -held, difference: receivable - owed },
  }
}
export type MoneyPage = NonNullable<Awaited<ReturnType<typeof getMoneyPage>>>
