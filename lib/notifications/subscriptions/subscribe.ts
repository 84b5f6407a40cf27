import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { nameSubjects } from './name-subjects'
import { mostSubscriptions } from './subscription'
import type { Subscribe } from './subscription-schema'
import { countSubscriptions, keepSubscription } from './subscription-store'

/** A signed-in person asks to hear of a module, a supplier, a standard or a capability (NT-01). Again: its new rhythm. */
export function subscribe(ctx: Context, input: Subscribe): Promise<Result<undefined>> {
  return transaction(async (tx) => {
    if (ctx.actor.kind !== 'person') return refuse({ kind: 'forbidden', because: 'Sign in to hear of changes' })
    const { userId: personId } = ctx.actor
    const { kind, subjectId, rhythm } = input
    if (!(await nameSubjects(tx, [input])).has(`${kind}/${subjectId}`))
      return invalidField('subjectId', 'Choose something that is in the catalogue')
    if ((await countSubscriptions(tx, personId)) >= mostSubscriptions)
      return refuse({ kind: 'conflict', because: `You have ${mostSubscriptions} already: end one first` })
    const times = { createdAt: ctx.now, toldUntil: ctx.now }
    await keepSubscription(tx, { id: newId(), personId, kind, subjectId, rhythm, ...times })
    await record(tx, ctx, { name: 'Subscribed', about: { type: 'Person', id: personId }, data: { ...input } })
    return ok(undefined)
  })
}
