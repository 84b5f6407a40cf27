import type { PriceJson } from '@/lib/catalogue/prices/price'

/** One thing that is ordered: a price of the module as it was decided, or an associated service of the same listing (T7). */
export type OrderLine = {
  id: string
  kind: 'module' | 'service'
  name: string
  /** As the frozen listing has it; the agreed price is never above it (PRC-8). */
  list: PriceJson
  agreed: PriceJson
  /** Of a price that does not follow the list size: how many, for each practice or once for the order. */
  quantity: number
  per: 'practice' | 'order'
}
