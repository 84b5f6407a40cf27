import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok } from '@/lib/platform/refusal'
import { refusalWords } from '@/lib/platform/refusal-words'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { getSignedCallOff } from '@/lib/procurement/call-offs/get-signed-call-off'
import { makeContractIn } from './make-contract'

/** Hears `CallOffSigned`: reads the call-off again and makes its contract, once. */
export async function makeContractWhenSigned(ctx: Context, event: StoredEvent): Promise<void> {
  const made = await transaction(async (tx) => {
    const callOff = await getSignedCallOff(tx, event.about.id)
    return callOff ? makeContractIn(tx, ctx, callOff) : ok(undefined)
  })
  // Both sides have signed what cannot stand (C1): people must look at it, so the job fails aloud.
  if (!made.ok) throw new Error(refusalWords(made.refusal))
}
