import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayProposeDecision } from '../decisions/decision-policy'
import { readMatter } from '../decisions/read-matter'
import type { ConsiderSuspension } from './clock-schema'
import { addConsidered, findMiss } from './clock-store'
import { suspensionClocks } from './list-considerations'

/**
 * An officer has considered a suspension and proposes none for now: the task leaves the queue, the reason stays. To suspend,
 * the officer proposes it as ever and another seconds; no clock does either in a person's name (DE-02).
 */
export function considerSuspension(ctx: Context, { missId, reason }: ConsiderSuspension): Promise<Result<void>> {
  return transaction(async (tx) => {
    const miss = await findMiss(tx, missId)
    const matter = miss && (await readMatter(tx, miss.moduleVersionId))
    if (!matter || !suspensionClocks.includes(miss.clock)) return refuse({ kind: 'not-found' })
    const decision = mayProposeDecision(ctx.actor, matter)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const considered = { id: newId(), missId, reason, consideredById: ctx.actor.userId, consideredOn: dayOf(ctx.now) }
    if (!(await addConsidered(tx, considered, ctx.now)))
      return refuse({ kind: 'conflict', because: 'Another officer has considered this already' })
    await record(tx, ctx, {
      name: 'SuspensionConsidered',
      about: { type: 'ModuleVersion', id: miss.moduleVersionId },
      data: { missId, clock: miss.clock },
    })
    return ok(undefined)
  })
}
