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
  /** Of a price by use: how many units each practice expects in a month; absent until the buyer has said so. */
  expectedMonthly?: number
}

/** Charged by recorded use alone (PRC-3): what is expected is only committed. */
export const isByUse = ({ agreed }: Pick<OrderLine, 'agreed'>): boolean => agreed.basis === 'on-demand'

/** Whether a line counts once for the whole order; list size and use are each practice's own. */
export const isForOrder = ({ per, agreed }: Pick<OrderLine, 'per' | 'agreed'>): boolean =>
  per === 'order' && agreed.basis === 'declarative'

/** The module as it was decided, price by price, with the use that was expected then; what is agreed begins at the list price. */
export const moduleLines = (
  { prices }: { prices: PriceJson[] },
  name: string,
  expectedMonthly: number[] = [],
): OrderLine[] =>
  prices.map((price, i) => ({
    ...{ id: `m${i}`, kind: 'module', name, list: price, agreed: price, quantity: 1, per: price.per },
    ...(expectedMonthly[i] ? { expectedMonthly: expectedMonthly[i] } : {}),
  }))

/** A service of the same listing, once for each practice at the list price until something else is agreed. */
export const serviceLine = ({ id, name, price }: { id: string; name: string; price: PriceJson }): OrderLine => ({
  ...{ id, kind: 'service', name, list: price, agreed: price, quantity: 1, per: 'practice' },
})
