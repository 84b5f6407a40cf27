import 'server-only'
import { isRunning } from '@/lib/contracts/contract'
import { maySeeContract } from '@/lib/contracts/contract-policy'
import { type ContractFacts, getContractFacts } from '@/lib/contracts/get-contract-facts'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { seedSwitch } from './seed-switch'
import type { Switch } from './switch'
import { mayOpenSwitch } from './switch-policy'
import type { OpenSwitchInput } from './switch-schema'
import { insertSwitch, savePerson } from './switch-store'

/**
 * Opens the switch of a practice away from a running contract: to the contract that its call-off has become, or to a call-off
 * that is still to be signed. Who opens it is its practice manager. It begins on machine version 2, with its hazard log and
 * the services that depend on the present system.
 */
export function openSwitch(ctx: Context, input: OpenSwitchInput, machineVersion = 2): Promise<Result<Switch>> {
  return transaction(async (tx) => {
    const leaving = await getContractFacts(tx, input.leavingContractId)
    const gaining = input.gainingContractId ? await getContractFacts(tx, input.gainingContractId) : undefined
    const unseen = (contract: ContractFacts | undefined) => !contract || !maySeeContract(ctx.actor, contract)
    if (!leaving || unseen(leaving) || (input.gainingContractId && unseen(gaining)))
      return refuse({ kind: 'not-found' })
    const decision = mayOpenSwitch(ctx.actor, leaving.practiceId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!isRunning(leaving)) return invalidField('leavingContractId', 'This contract does not run')
    if (gaining && (gaining.id === leaving.id || gaining.practiceId !== leaving.practiceId))
      return invalidField('gainingContractId', 'Choose another contract of the same practice')
    const opened: Switch = {
      id: newId(),
      machineVersion,
      parentId: null,
      part: 'whole',
      state: 'draft',
      stateBefore: null,
      heldAt: null,
      version: 1,
      practiceId: leaving.practiceId,
      payerId: gaining?.payerId ?? leaving.payerId,
      leavingContractId: leaving.id,
      losingSupplierId: leaving.supplierId,
      callOffId: input.callOffId ?? gaining?.callOffId ?? null,
      gainingContractId: gaining?.id ?? null,
      gainingSupplierId: gaining?.supplierId ?? null,
      phase: 1,
      wentLiveOn: null,
      reason: null,
      openedAt: ctx.now,
    }
    if (!(await insertSwitch(tx, opened)))
      return refuse({ kind: 'conflict', because: 'A switch away from this contract is open already' })
    await savePerson(tx, {
      switchId: opened.id,
      role: 'practice-manager',
      personId: ctx.actor.userId,
      organisationId: opened.practiceId,
      namedAt: ctx.now,
    })
    if (machineVersion > 1) await seedSwitch(tx, ctx, opened)
    const { id, practiceId, leavingContractId, gainingContractId } = opened
    const data = { practiceId, leavingContractId, gainingContractId }
    await record(tx, ctx, { name: 'SwitchOpened', about: { type: 'Switch', id }, to: 'draft', data })
    return ok(opened)
  })
}
