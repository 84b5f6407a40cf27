import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { contractMachine } from './contract-machine'
import { mayGiveNotice, maySeeContract } from './contract-policy'
import { terminationProblem } from './contract-rules'
import type { GiveNoticeInput } from './contract-schema'
import { findContract, insertNotice, moveContract } from './contract-store'

/** The payer's notice for a day to come. Nothing changes before that day (H3). */
export function giveNotice(ctx: Context, input: GiveNoticeInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const contract = await findContract(tx, input.contractId)
    if (!contract || !maySeeContract(ctx.actor, contract)) return refuse({ kind: 'not-found' })
    const decision = mayGiveNotice(ctx.actor, contract)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const move = next(contractMachine, contract.state, 'give-notice')
    if (!move) return refuse({ kind: 'wrong-state', state: contract.state, command: 'give-notice' })
    const problem = terminationProblem(contract, input.terminatesOn, dayOf(ctx.now))
    if (problem) return invalidField('terminatesOn', problem)
    if (!(await moveContract(tx, contract.id, input.version, move.to))) return refuse({ kind: 'stale' })
    const { reason, terminatesOn } = input
    await insertNotice(tx, {
      contractId: contract.id,
      givenById: ctx.actor.userId,
      givenAt: ctx.now,
      reason,
      terminatesOn,
    })
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Contract', id: contract.id },
      from: contract.state,
      to: move.to,
      organisationId: contract.payerId,
      data: { terminatesOn },
    })
    return ok({ id: contract.id })
  })
}
