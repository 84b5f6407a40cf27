import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { allow } from '@/lib/platform/decision'
import { againWhenStale } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { CallOff } from './call-off'
import { findDueCallOffs } from './call-off-store'
import { freeApproved } from './free-approved'
import { lastDayToSign } from './issue-call-off'
import { climb } from './move-call-off'

/**
 * The clock: a standstill that is over lets both sides sign; what was not signed by its last day lapses, and its money is free
 * again. Each in a transaction of its own; twice does nothing.
 */
export async function moveDueCallOffs(ctx: Context): Promise<void> {
  for (const callOff of await findDueCallOffs(db, dayOf(ctx.now)))
    againWhenStale(await transaction((tx) => moveOne(tx, ctx, callOff)))
}

function moveOne(tx: Tx, ctx: Context, { id, version, state }: CallOff) {
  const base = { id, version, may: () => allow }
  if (state === 'standstill')
    return climb(tx, ctx, {
      ...base,
      command: 'end-standstill',
      prepare: (callOff) => lastDayToSign(tx, ctx, callOff),
    })
  return climb(tx, ctx, { ...base, command: 'lapse', follow: (callOff) => freeApproved(tx, ctx, callOff) })
}
