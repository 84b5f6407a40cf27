import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findCallOff } from './call-off-store'
import { isJointWork } from './order-kind-rules'
import type { OrderPrices } from './order-prices'
import { countedSites, leadOf } from './order-rules'

/** The prices of a signed order, for the room that charges by them, inside its transaction; undefined before it is signed. */
export async function getOrderPrices(tx: Tx, id: string): Promise<OrderPrices | undefined> {
  const order = await findCallOff(tx, id)
  if (order?.state !== 'signed') return undefined
  const { fundingRequestId, lines } = order
  const [lead, isJoint] = [leadOf(order), isJointWork(order)]
  const sites = countedSites(order).map(({ practiceId, listSize }) => ({
    ...{ practiceId, listSize, at: isJoint ? lead : practiceId },
  }))
  return { practiceId: lead, fundingRequestId, lines, sites }
}
