import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findCallOff } from './call-off-store'
import type { OrderPrices } from './order-prices'
import { countedSites, leadOf } from './order-rules'

/** The prices of a signed order, for the room that charges by them, inside its transaction; undefined before it is signed. */
export async function getOrderPrices(tx: Tx, id: string): Promise<OrderPrices | undefined> {
  const order = await findCallOff(tx, id)
  if (order?.state !== 'signed') return undefined
  const { fundingRequestId, lines } = order
  const sites = countedSites(order).map(({ practiceId: at, listSize }) => ({ practiceId: at, listSize }))
  return { practiceId: leadOf(order), fundingRequestId, lines, sites }
}
