import 'server-only'
import type { Context } from '@/lib/platform/context'
import { isId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { findGrantInForce, markEnded } from './grant-store'
import { mayEndGrant, mayInvite } from './person-policy'
import type { EndGrantInput } from './person-schema'

/** Takes a role away from a person, at once: whoever is signed in has it no more with their next request. */
export function endGrant(ctx: Context, input: EndGrantInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    if (!mayInvite(ctx.actor).allowed || !isId(input.id)) return refuse({ kind: 'not-found' })
    const grant = await findGrantInForce(tx, input.id, ctx.now)
    if (!grant) return refuse({ kind: 'not-found' })
    const decision = mayEndGrant(ctx.actor, { role: grant.role, personId: grant.person.id })
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!(await markEnded(tx, grant.id, ctx.actor.userId, input.reason, ctx.now))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: 'GrantEnded',
      about: { type: 'Person', id: grant.person.id },
      data: { grantId: grant.id, role: grant.role, organisationId: grant.organisation.id },
    })
    return ok({ id: grant.id })
  })
}
