import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { loadFactsOf } from '../load-facts-of'
import { mayRaiseChallenge } from './challenge-policy'
import { challengeable } from './challenge-rules'
import type { RaiseChallenge } from './challenge-schema'
import { addChallenge, countWaitingOf } from './challenge-store'

/** How many challenges of one person may wait at once. */
const mostWaiting = 20

/** Somebody outside says that a check does not hold which the register shows as passed. It counts for nothing until it is answered. */
export function raiseChallenge(ctx: Context, input: RaiseChallenge): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const { moduleVersionId, check, grounds } = input
    const version = await getVersionById(tx, moduleVersionId)
    const loaded = version?.name && (await loadFactsOf(tx, version.id))
    if (!loaded) return refuse({ kind: 'not-found' })
    const may = mayRaiseChallenge(ctx.actor, version)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    if (!challengeable(loaded.facts, dayOf(ctx.now)).includes(check))
      return invalidField('check', 'Choose a check that the register shows as passed')
    const { userId } = ctx.actor
    if ((await countWaitingOf(tx, userId)) >= mostWaiting)
      return refuse({ kind: 'conflict', because: `${mostWaiting} challenges of yours wait for an assessor already` })
    const { supplierId } = version
    const challenge = {
      id: newId(),
      moduleVersionId,
      supplierId,
      check,
      grounds,
      raisedById: userId,
      raisedAt: ctx.now,
    }
    if (!(await addChallenge(tx, challenge)))
      return refuse({ kind: 'conflict', because: 'A challenge of yours of this check waits already' })
    await record(tx, ctx, {
      name: 'ChallengeRaised',
      about: { type: 'Challenge', id: challenge.id },
      to: 'raised',
      data: { moduleVersionId, check },
    })
    return ok({ id: challenge.id })
  })
}
