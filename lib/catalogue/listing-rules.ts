import type { Listing } from './listing'
import { type Price, priceFromJson } from './prices/price'
import { quantityFor, yearlyPence } from './prices/price-rules'

/** What a whole practice system must do: appointments, referrals, resources, patient information, prescribing, consultations. */
export const foundationCapabilities = ['C5', 'C11', 'C12', 'C13', 'C14', 'C15'] as const

/** `foundation` where one module claims all six, otherwise `module`. */
export const kindOf = (listing: Listing): 'foundation' | 'module' =>
  foundationCapabilities.every((id) => listing.capabilities.some((c) => c.id === id)) ? 'foundation' : 'module'

/** Pence a year for a practice of `patients`; undefined where the price follows recorded use or there is none. */
export function yearlyFor(price: Price | null | undefined, patients: number): bigint | undefined {
  if (!price) return undefined
  const quantity = quantityFor(price, BigInt(patients))
  return quantity === undefined ? undefined : yearlyPence(price, quantity)
}

/** Every price of a listing, as the pricing rules read it. */
export const pricesOf = (listing: Pick<Listing, 'prices'>): Price[] => listing.prices.map(priceFromJson)
