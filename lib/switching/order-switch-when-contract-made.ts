import 'server-only'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { orderSwitch } from './order-switch'
import { findDraftsFor } from './switch-store'

/** Hears `ContractMade`: orders the drafts that wait for its call-off. A second time finds no draft. */
export async function orderSwitchWhenContractMade(ctx: Context, event: StoredEvent): Promise<void> {
  const contract = await getContractFacts(db, event.about.id)
  if (!contract) return
  const drafts = await findDraftsFor(db, { callOffId: contract.callOffId, contractId: contract.id })
  for (const { id, version } of drafts) await orderSwitch(ctx, { id, version, gainingContractId: contract.id })
}
