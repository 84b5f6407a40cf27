import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { type Contract, overlapWords } from './contract'
import { type ContractCommand, contractMachine } from './contract-machine'
import { maySeeContract } from './contract-policy'
import { type ContractMove, findContract, moveContract } from './contract-store'

type Step = {
  contractId: string
  version: number
  command: ContractCommand
  may: (contract: Contract) => Decision
  /** What the facts say against it, before anything is written. */
  check?: (contract: Contract) => Promise<Result<unknown>> | Result<unknown>
  change?: (contract: Contract) => Omit<ContractMove, 'state'>
  /** What is written beside the state. */
  write?: (contract: Contract) => Promise<unknown>
  data?: Record<string, unknown>
}

/** One move of a contract, from the outside in: not found, forbidden, wrong state, the facts, stale; then state, rows, one event. */
export async function climb(tx: Tx, ctx: Context, step: Step): Promise<Result<{ id: string }>> {
  const contract = await findContract(tx, step.contractId)
  if (!contract || (ctx.actor.kind !== 'system' && !maySeeContract(ctx.actor, contract)))
    return refuse({ kind: 'not-found' })
  const decision = step.may(contract)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const move = next(contractMachine, contract.state, step.command)
  if (!move) return refuse({ kind: 'wrong-state', state: contract.state, command: step.command })
  const checked = await step.check?.(contract)
  if (checked && !checked.ok) return checked
  if (!(await moveContract(tx, contract.id, step.version, { state: move.to, ...step.change?.(contract) })))
    return refuse({ kind: 'stale' })
  await step.write?.(contract)
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'Contract', id: contract.id },
    from: contract.state,
    to: move.to,
    organisationId: contract.payerId,
    ...(step.data ? { data: step.data } : {}),
  })
  return ok({ id: contract.id })
}

/** A transaction whose end finds the days of another contract (C1, `contract_no_overlap`): a refusal with words, nothing written. */
export async function withoutOverlap<T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await transaction(work)
  } catch (error) {
    if (!/contract_no_overlap|23P01/.test(String((error as Error)?.message))) throw error
    return refuse({ kind: 'conflict', because: overlapWords })
  }
}
