import 'server-only'
import type { Context } from '../context'
import type { Tx } from '../db'
import { keySeparator } from '../imports/table-write'
import { keepCorrection } from './correction-store'

/** Says in the caller’s transaction that a row is the house’s own: a later file that does not hold it marks nothing. */
export function keepOwnRow(tx: Tx, ctx: Context, table: string, key: string[], reason: string): Promise<void> {
  const made = { value: {}, was: null, reason, madeById: ctx.actor.userId, madeAt: ctx.now }
  return keepCorrection(tx, table, { rowKey: key.join(keySeparator), column: '*', ...made })
}
