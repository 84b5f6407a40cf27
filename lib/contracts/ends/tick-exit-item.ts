import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { climb } from '../move-contract'
import { mayTick } from './end-policy'
import { doneProblem } from './end-rules'
import type { ExitItemInput } from './end-schema'
import { findExitItems, insertExitItem } from './exit-store'

/** One thing of the exit list is done: by whom, on which day, and what shows it. It is said once. */
export function tickExitItem(ctx: Context, input: ExitItemInput): Promise<Result<{ id: string }>> {
  const { contractId, version, key, doneOn, evidence } = input
  return transaction((tx) =>
    climb(tx, ctx, {
      contractId,
      version,
      command: 'tick',
      may: (contract) => mayTick(ctx.actor, contract, key),
      check: async ({ startsOn }) => {
        const problem = doneProblem(doneOn, dayOf(ctx.now), startsOn)
        if (problem) return invalidField('doneOn', problem)
        const done = (await findExitItems(tx, contractId)).some((item) => item.key === key)
        return done ? refuse({ kind: 'conflict', because: 'This is recorded as done already' }) : ok(undefined)
      },
      write: () =>
        insertExitItem(tx, contractId, {
          key,
          doneOn,
          evidence,
          recordedById: ctx.actor.userId,
          recordedAt: ctx.now,
        }),
      data: { key, doneOn },
    }),
  )
}
