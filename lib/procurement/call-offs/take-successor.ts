import 'server-only'
import { getOrganisation } from '@/lib/identity/get-organisation'
import { listGonePractices } from '@/lib/identity/list-gone-practices'
import { listPractices } from '@/lib/identity/list-practices'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { CallOff } from './call-off'
import { mayPrepareCallOff } from './call-off-policy'
import { withValue } from './call-off-rules'
import type { TakeSuccessorInput } from './call-off-schema'
import { findCallOff, lockCallOff } from './call-off-store'
import { getCallOff } from './get-call-off'
import { mayTakeIn, wayOn, withSuccessor } from './gone-practice-rules'
import { reopenWithin } from './reopen-call-off'
import { revised } from './revise-call-off'
import { writeTerms } from './save-section'

/**
 * Puts the successor in the place of a practice that was succeeded while the order was not signed. It has not consented to
 * anything, and another site is another text: an order past draft goes back there, its approval and signatures void (S1, B7).
 */
export function takeSuccessor(ctx: Context, input: TakeSuccessorInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    if (await getCallOff(ctx.actor, input.id, tx)) await lockCallOff(tx, input.id)
    const callOff = await getCallOff(ctx.actor, input.id, tx)
    if (!callOff?.sites.some(({ practiceId }) => practiceId === input.practiceId)) return refuse({ kind: 'not-found' })
    const decision = mayPrepareCallOff(ctx.actor, callOff)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!mayTakeIn.includes(callOff.state))
      return refuse({ kind: 'wrong-state', state: callOff.state, command: 'take the successor' })
    if (callOff.version !== input.version) return refuse({ kind: 'stale' })
    const successor = await successorOf(tx, ctx, callOff, input.practiceId)
    if (!successor.ok) return successor
    if (callOff.state !== 'draft') {
      const reopened = await reopenWithin(tx, ctx, { id: callOff.id, version: callOff.version })
      if (!reopened.ok) return reopened
    }
    const now = (await findCallOff(tx, callOff.id))!
    const sites = withSuccessor(now.sites, input.practiceId, successor.value)
    const changed = withValue({ ...revised(now), sites, termsFormat: 2 })
    return changed
      ? writeTerms(tx, ctx, now, 'practices', changed)
      : refuse({ kind: 'conflict', because: 'The order cannot be priced' })
  })
}

async function successorOf(tx: Tx, ctx: Context, callOff: CallOff, practiceId: string) {
  const today = dayOf(ctx.now)
  const [gone] = await listGonePractices(tx, [practiceId], today)
  if (!gone?.successor) return refuse({ kind: 'conflict', because: 'No successor of this practice is known' })
  if (practiceId === callOff.practiceId) return refuse({ kind: 'conflict', because: wayOn(callOff, gone) })
  const { id, name, code } = gone.successor
  const [own, next] = [await getOrganisation(tx, practiceId), await getOrganisation(tx, id)]
  if (own?.partOfCode !== next?.partOfCode)
    return refuse({ kind: 'conflict', because: `${name} (${code}) is not a practice of this payer` })
  const [known] = await listPractices(tx, { ids: [id] }, today)
  return known?.listSize === null || !known
    ? refuse({ kind: 'conflict', because: `The list size of ${name} (${code}) is not known` })
    : ok({ id, listSize: known.listSize, asOf: known.asOf })
}
