import type { Day } from '@/lib/platform/days'

/** How the quantity comes about: list size (PRC-1), a number agreed beforehand (PRC-2), or recorded use (PRC-3). */
export type PriceBasis = 'patient' | 'declarative' | 'on-demand'
export type PricePeriod = 'none' | 'month' | 'year'
/** What the tier's price is: the whole sum, the price of every unit, or the price of the units inside it. */
export type PriceMode = 'SingleFixed' | 'Volume' | 'Cumulative'

/** From this quantity up to the next tier; the last is open. `unitPrice` in 1/100,000 of a pound, excluding VAT. */
export type Tier = { from: bigint; unitPrice: bigint }

export type Price = {
  id: string
  basis: PriceBasis
  mode: PriceMode
  period: PricePeriod
  /** Whether the number is given for each practice or once for the order. */
  per: 'practice' | 'order'
  unit: string
  unitPlural: string
  definition: string | null
  tiers: Tier[]
  validFrom: Day
}

/** The same price under whatever id. */
export const isSamePrice = (a: Price, b: Price): boolean => bare(a) === bare(b)
const bare = ({ basis, mode, period, per, unit, unitPlural, definition, tiers, validFrom }: Price): string =>
  JSON.stringify([
    [basis, mode, period, per, unit, unitPlural, definition, validFrom],
    tiers.map((t) => [t.from.toString(), t.unitPrice.toString()]),
  ])

/** A price in JSON: integers as strings, because JSON numbers lose pence above 2^53. */
export type PriceJson = Omit<Price, 'tiers'> & { tiers: { from: string; unitPrice: string }[] }

export const priceToJson = (price: Price): PriceJson => ({
  ...price,
  tiers: price.tiers.map((t) => ({ from: t.from.toString(), unitPrice: t.unitPrice.toString() })),
})

export const priceFromJson = (json: PriceJson): Price => ({
  ...json,
  tiers: json.tiers.map((t) => ({ from: BigInt(t.from), unitPrice: BigInt(t.unitPrice) })),
})
