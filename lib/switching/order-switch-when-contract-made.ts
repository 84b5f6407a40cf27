import 'server-only'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { againWhenStale } from '@/lib/platform/refusal'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { bindContract } from './bind-contract'
import { orderSwitch } from './order-switch'
import { findDraftsWaitingFor } from './switch-store'

/**
 * Hears `ContractMade`: binds the switches that waited for its call-off to the contract, and orders those of the first stage
 * and those whose gate holds already. A second time finds none. A draft that was opened from the contract itself waits for its
 * manager, however late this runs.
 */
export async function orderSwitchWhenContractMade(ctx: Context, event: StoredEvent): Promise<void> {
  const contract = await getContractFacts(db, event.about.id)
  if (!contract?.callOffId) return
  const drafts = await findDraftsWaitingFor(db, contract.callOffId)
  for (const { id, version, machineVersion } of drafts) {
    const input = { id, version, gainingContractId: contract.id }
    if (machineVersion > 1) againWhenStale(await bindContract(ctx, input))
    againWhenStale(await orderSwitch(ctx, machineVersion > 1 ? { ...input, version: version + 1 } : input))
  }
}
