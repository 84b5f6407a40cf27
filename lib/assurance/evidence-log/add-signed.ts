import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import { transaction } from '@/lib/platform/transaction'
import { appendToLog } from './append-to-log'
import { findKeys } from './key-store'
import type { SignedFact } from './log'
import { lockHead } from './log-store'

/** Whether a key counts at the end of the log. In a transaction nobody moves that end, or revokes the key, until it is over (EV-07). */
export async function countsNow(tx: Tx, keyId: string): Promise<boolean> {
  await lockHead(tx)
  const key = (await findKeys(tx)).find((one) => one.keyId === keyId)
  return key !== undefined && key.revokedFromIndex === null
}

/**
 * Adds facts that this key signed. Where it was revoked meanwhile nothing is added, because a fact enters once and would never be
 * accepted: it throws, and the next turn signs with the key's successor.
 */
export function addSigned(ctx: Context, keyId: string, facts: SignedFact[]): Promise<number> {
  return transaction(async (tx) => {
    if (!(await countsNow(tx, keyId)))
      throw new Error(`The key ${keyId} was revoked before its signatures were in the log`)
    return appendToLog(tx, ctx, facts)
  })
}

/** Whether what this key signed earlier would still be accepted now. */
export const isKeyGood = async (keyId: string): Promise<boolean> =>
  (await findKeys(db)).some((key) => key.keyId === keyId && key.revokedFromIndex === null)
