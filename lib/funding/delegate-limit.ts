import 'server-only'
import { listLimits } from '@/lib/identity/list-limits'
import { grantOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { poundsWords } from '@/lib/platform/money'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { DelegateInput } from './budget-schema'
import type { Delegation } from './delegation'
import { findDelegation, findDelegations, insertDelegation, markDelegationEnded } from './delegation-store'
import { belongsToPayer, isFinance, payerOf } from './funding-policy'
import { limitOf } from './funding-request-policy'
import { getFundingLimits } from './get-funding-limits'

/** Lends a limit to another approver of the payer for some days: never more than the lender's own, and nothing that was lent to them (B6). */
export function delegateLimit(ctx: Context, input: DelegateInput): Promise<Result<Delegation>> {
  const { payerId, toId, pounds: limitPence, validFrom, validTo, reason } = input
  return transaction(async (tx) => {
    if (!belongsToPayer(ctx.actor, payerId)) return refuse({ kind: 'not-found' })
    if (!grantOf(ctx.actor, 'funding-approver', payerId))
      return refuse({ kind: 'forbidden', because: 'Only a funding approver of the payer can lend their limit' })
    const limits = await getFundingLimits(tx, ctx, payerId)
    if (!limits.ok) return limits
    const own = limitOf(ctx.actor, payerId, { ...limits.value, delegatedPence: 0n })
    if (limitPence > own) return invalidField('pounds', `It cannot be more than your own limit of ${poundsWords(own)}`)
    if (limitPence === 0n) return invalidField('pounds', 'Enter a limit of 1 penny or more')
    const today = dayOf(ctx.now)
    if (validFrom < today) return invalidField('validFrom', 'It can begin today at the earliest')
    if (validTo < validFrom) return invalidField('validTo', 'The last day must not come before the first')
    const holders = await listLimits(tx, 'funding-approver', payerId, today)
    if (toId === ctx.actor.userId || !holders.some((holder) => holder.personId === toId))
      return invalidField('toId', 'Choose another funding approver of this payer')
    const delegation = {
      id: newId(),
      payerId,
      fromId: ctx.actor.userId,
      toId,
      limitPence,
      validFrom,
      validTo,
      reason,
      createdAt: ctx.now,
      endedAt: null,
      endedById: null,
    }
    await insertDelegation(tx, delegation)
    await record(tx, ctx, {
      name: 'LimitDelegated',
      about: { type: 'Delegation', id: delegation.id },
      organisationId: payerId,
      data: { toId, limitPence, validFrom, validTo },
    })
    return ok(delegation)
  })
}

/** Ends a loan before its last day: who lent it, or finance. */
export function endDelegation(ctx: Context, input: { id: string }): Promise<Result<undefined>> {
  return transaction(async (tx) => {
    const delegation = await findDelegation(tx, input.id)
    if (!delegation || !belongsToPayer(ctx.actor, delegation.payerId)) return refuse({ kind: 'not-found' })
    if (delegation.fromId !== ctx.actor.userId && !isFinance(ctx.actor, delegation.payerId))
      return refuse({ kind: 'forbidden', because: 'Only who lent this limit, or a finance officer, can end it' })
    if (!(await markDelegationEnded(tx, delegation.id, ctx.actor.userId, ctx.now))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: 'DelegationEnded',
      about: { type: 'Delegation', id: delegation.id },
      organisationId: delegation.payerId,
    })
    return ok(undefined)
  })
}

/** The loans of the payer whose money the actor handles, and the approvers with their own limits; undefined for everybody else. */
export async function listDelegations(ctx: Context) {
  const payerId = payerOf(ctx.actor)
  if (!payerId) return undefined
  const [delegations, approvers] = await Promise.all([
    findDelegations(db, payerId),
    listLimits(db, 'funding-approver', payerId, dayOf(ctx.now)),
  ])
  const mayLend = grantOf(ctx.actor, 'funding-approver', payerId) !== undefined
  return { payerId, delegations, approvers, mayLend, isFinance: isFinance(ctx.actor, payerId) }
}
