import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { Contract } from '../contract'
import { maySeeContract } from '../contract-policy'
import { findContract } from '../contract-store'
import type { Change } from './change'
import { type ChangeCommand, changeMachine } from './change-machine'
import { type ChangeUpdate, findChange, moveChange } from './change-store'

type Step = {
  changeId: string
  version: number
  command: ChangeCommand | ((change: Change, contract: Contract) => ChangeCommand)
  may: (contract: Contract, change: Change) => Decision
  /** Looks at the facts before anything is written, and says what is written with the state. */
  prepare?: (change: Change, contract: Contract) => Promise<Result<ChangeUpdate>> | Result<ChangeUpdate>
  write?: (change: Change, contract: Contract) => Promise<Result<unknown>>
  data?: Record<string, unknown>
}

/** One move of a change, from the outside in: not found, forbidden, wrong state, the facts, stale; then state, rows, one event. */
export async function climbChange(tx: Tx, ctx: Context, step: Step): Promise<Result<{ contractId: string }>> {
  const change = await findChange(tx, step.changeId)
  const contract = change && (await findContract(tx, change.contractId))
  if (!change || !contract || (ctx.actor.kind !== 'system' && !maySeeContract(ctx.actor, contract)))
    return refuse({ kind: 'not-found' })
  const decision = step.may(contract, change)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const command = typeof step.command === 'function' ? step.command(change, contract) : step.command
  const move = next(changeMachine, change.state, command)
  if (!move) return refuse({ kind: 'wrong-state', state: change.state, command })
  if (change.version !== step.version) return refuse({ kind: 'stale' })
  const prepared = (await step.prepare?.(change, contract)) ?? ok({})
  if (!prepared.ok) return prepared
  if (!(await moveChange(tx, { id: change.id, version: step.version }, { ...prepared.value, state: move.to })))
    return refuse({ kind: 'stale' })
  const written = await step.write?.(change, contract)
  if (written && !written.ok) return written
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'ContractChange', id: change.id },
    from: change.state,
    to: move.to,
    organisationId: contract.payerId,
    data: { contractId: contract.id, ...step.data },
  })
  return ok({ contractId: contract.id })
}
