import 'server-only'
import { type ContractFacts, getContractFacts, getContractOfCallOff } from '@/lib/contracts/get-contract-facts'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { invalidField } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeSwitchIn } from './change-switch'
import type { Switch } from './switch'
import { mayOrderSwitch } from './switch-policy'
import type { OrderInput } from './switch-schema'
import { findSwitch } from './switch-store'

/** Orders a drafted switch: binds it to the contract that the signed call-off became, where it is not bound yet. */
export function orderSwitch(ctx: Context, input: OrderInput) {
  return transaction(async (tx) => {
    const of = await findSwitch(tx, input.id)
    const contract = of ? await findGaining(tx, of, input.gainingContractId) : undefined
    return changeSwitchIn(tx, ctx, {
      ...input,
      step: { command: 'order' },
      may: ({ of: sw }) => mayOrderSwitch(ctx.actor, sw),
      refuseWhen: ({ of: sw }) => {
        const fits =
          contract?.sites.some((site) => site.practiceId === sw.practiceId) && contract.id !== sw.leavingContractId
        return fits || (!contract && !input.gainingContractId)
          ? undefined // without any contract the gate says what is missing
          : invalidField('gainingContractId', 'Choose another contract of the same practice')
      },
      changes: () => (contract ? { gainingContractId: contract.id, gainingSupplierId: contract.supplierId } : {}),
      eventData: { gainingContractId: contract?.id ?? null },
    })
  })
}

async function findGaining(tx: Tx, of: Switch, chosen: string | undefined): Promise<ContractFacts | undefined> {
  const id = of.gainingContractId ?? chosen
  if (id) return getContractFacts(tx, id)
  return of.callOffId ? getContractOfCallOff(tx, of.callOffId) : undefined
}
