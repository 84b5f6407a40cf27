import 'server-only'
import type { GonePractice } from '@/lib/identity/gone-practice'
import { holdPractices, listGonePractices } from '@/lib/identity/list-gone-practices'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { type CallOff, isOver } from './call-off'
import { goneWords, isExpected } from './gone-practice-rules'
import { countedSites } from './order-rules'

/**
 * Are the practices of the order there at this instant? Those that have closed or were succeeded are named. They are held until
 * the transaction ends, so that nobody enters a successor between the question and the signature (C5).
 */
export async function askPractices(tx: Tx, ctx: Context, callOff: CallOff): Promise<Result<undefined>> {
  const ids = countedSites(callOff).map(({ practiceId }) => practiceId)
  await holdPractices(tx, ids)
  const gone = (await listGonePractices(tx, ids, dayOf(ctx.now))).find(({ isGone }) => isGone)
  return gone
    ? refuse({
        kind: 'conflict',
        because: `${goneWords(gone)}. Take the order back to draft and change its practices.`,
      })
    : ok(undefined)
}

/** What has become of the practices of an unsigned order, for its page. The caller has shown that it may see the order. */
export async function listGoneOfOrder(ctx: Context, callOff: CallOff): Promise<GonePractice[]> {
  if (isOver(callOff)) return []
  const ids = callOff.sites.map(({ practiceId }) => practiceId)
  return (await listGonePractices(db, ids, dayOf(ctx.now))).filter((gone) => !isExpected(callOff, gone))
}
