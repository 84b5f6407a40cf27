import 'server-only'
import { returnFunds } from '@/lib/funding/return-funds'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { postTransaction, reverseTransaction } from '../ledger/post-transaction'
import type { Invoice } from './invoice'

/** The keys under which the money of an invoice is spent from its commitment begin so. */
export const spendKeys = (id: string): string => `invoice/${id}/`

/**
 * What is left of an issued invoice when it is credited, void or reversed: nothing owed, nothing spent, and what was paid is
 * held for the payer. Inside the caller's transaction; a second time nothing more happens (M6, B3).
 */
export async function takeBackIssue(
  tx: Tx,
  ctx: Context,
  { id, payerId, paidPence }: Pick<Invoice, 'id' | 'payerId' | 'paidPence'>,
): Promise<Result<undefined>> {
  const back = await reverseTransaction(tx, ctx, {
    key: `issued/back/${id}`,
    kind: 'invoice-taken-back',
    of: `issued/${id}`,
  })
  if (!back.ok) return back
  if (paidPence > 0n) {
    const held = await postTransaction(tx, ctx, {
      key: `held/${id}`,
      kind: 'money-held',
      about: { type: 'Invoice', id },
      entries: [
        { account: 'receivable', organisationId: payerId, pence: paidPence },
        { account: 'cashHeld', organisationId: payerId, pence: -paidPence },
      ],
    })
    if (!held.ok) return held
  }
  await returnFunds(tx, ctx, spendKeys(id))
  return ok(undefined)
}
