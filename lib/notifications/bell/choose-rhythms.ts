import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { rhythmsOf } from './bell-rules'
import { type ChooseRhythmsInput, choosableKinds } from './bell-schema'
import { savePreference } from './bell-store'

/** The signed-in person says how often they want each kind of letter. What is fixed stays as it is. */
export function chooseRhythms(ctx: Context, input: ChooseRhythmsInput): Promise<Result<undefined>> {
  return transaction(async (tx) => {
    if (ctx.actor.kind !== 'person') return refuse({ kind: 'forbidden', because: 'Sign in to choose your letters' })
    for (const kind of choosableKinds) {
      const rhythm = rhythmsOf(kind).find((one) => one === input[kind])
      if (!rhythm) return refuse({ kind: 'invalid', fields: { [kind]: ['Choose how often'] } })
      await savePreference(tx, { personId: ctx.actor.userId, kind, rhythm, at: ctx.now })
    }
    await record(tx, ctx, {
      name: 'LetterRhythmsChosen',
      about: { type: 'Person', id: ctx.actor.userId },
      data: { ...input },
    })
    return ok(undefined)
  })
}
