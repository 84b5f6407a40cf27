import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { readGate } from './ask-gate'
import type { CallOff } from './call-off'
import { mayAcceptInWriting, mayPrepareCallOff } from './call-off-policy'
import type { AcceptInput, AcknowledgeInput } from './call-off-schema'
import type { GateConsent } from './gate-consent'
import { insertConsent } from './gate-consent-store'
import { getCallOff } from './get-call-off'

type Given = Pick<GateConsent, 'kind' | 'items' | 'statement'>

/** The practice takes note of the module's open points, one by one: those it names, and only as they stand now. */
export function acknowledgePoints(ctx: Context, { id, items }: AcknowledgeInput): Promise<Result<CallOff>> {
  return transaction((tx) =>
    consent(tx, ctx, id, {
      may: (callOff) => mayPrepareCallOff(ctx.actor, callOff),
      organisation: (callOff) => callOff.practiceId,
      given: (because) =>
        items.some((item) => !because.includes(item))
          ? refuse({ kind: 'stale' })
          : ok({ kind: 'acknowledged', items, statement: null }),
    }),
  )
}

/** A named commissioner accepts in writing that a module under remediation is bought (WRITTEN_ACCEPTANCE). */
export function acceptInWriting(ctx: Context, { id, statement }: AcceptInput): Promise<Result<CallOff>> {
  return transaction((tx) =>
    consent(tx, ctx, id, {
      may: (callOff) => mayAcceptInWriting(ctx.actor, callOff),
      organisation: (callOff) => callOff.payerId,
      given: (because) => ok({ kind: 'accepted', items: because, statement }),
    }),
  )
}

type Act = {
  may: (callOff: CallOff) => Decision
  organisation: (callOff: CallOff) => string
  given: (because: string[]) => Result<Given>
}

async function consent(tx: Tx, ctx: Context, id: string, act: Act): Promise<Result<CallOff>> {
  const callOff = await getCallOff(ctx.actor, id, tx)
  if (!callOff) return refuse({ kind: 'not-found' })
  const decision = act.may(callOff)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  if (['signed', 'refused', 'void'].includes(callOff.state))
    return refuse({ kind: 'wrong-state', state: callOff.state, command: 'consent' })
  const { gate, because, inputsSha256 } = await readGate(tx, ctx, callOff)
  if (gate !== 'ACKNOWLEDGE' && gate !== 'WRITTEN_ACCEPTANCE')
    return invalidField('items', 'There is nothing that could be consented to now')
  const given = act.given(because)
  if (!given.ok) return given
  const organisationId = act.organisation(callOff)
  await insertConsent(tx, {
    ...given.value,
    id: newId(),
    callOffId: id,
    personId: ctx.actor.userId,
    organisationId,
    at: ctx.now,
  })
  await record(tx, ctx, {
    name: given.value.kind === 'accepted' ? 'OpenPointsAccepted' : 'OpenPointsAcknowledged',
    about: { type: 'CallOff', id },
    from: callOff.state,
    to: callOff.state,
    organisationId,
    data: { points: given.value.items.length, gateSha256: inputsSha256 },
  })
  return ok(callOff)
}
