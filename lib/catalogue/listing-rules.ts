import { isService, type Listing, type ServiceKind } from './listing'
import { type Price, priceFromJson } from './prices/price'
import { quantityFor, yearlyPence } from './prices/price-rules'

/** What a whole practice system must do: appointments, referrals, resources, patient information, prescribing, consultations. */
export const foundationCapabilities = ['C5', 'C11', 'C12', 'C13', 'C14', 'C15'] as const

/** `foundation` where one module claims all six, `associated-service` where it is none, otherwise `module`. */
export function kindOf(listing: Listing): 'foundation' | 'module' | 'associated-service' {
  if (isService(listing)) return 'associated-service'
  return foundationCapabilities.every((id) => listing.capabilities.some((c) => c.id === id)) ? 'foundation' : 'module'
}

/** Pence a year for a practice of `patients`; undefined where the price follows recorded use or there is none. */
export function yearlyFor(price: Price | null | undefined, patients: number): bigint | undefined {
  if (!price) return undefined
  const quantity = quantityFor(price, BigInt(patients))
  return quantity === undefined ? undefined : yearlyPence(price, quantity)
}

/** Every price of a listing, as the pricing rules read it. */
export const pricesOf = (listing: Pick<Listing, 'prices'>): Price[] => listing.prices.map(priceFromJson)

const says = (listing: Pick<Listing, 'services'>, kind: ServiceKind, words: RegExp): boolean =>
  listing.services.some(
    (service) => service.kind === kind || (!service.kind && words.test(`${service.name} ${service.description}`)),
  )

/** Whether the supplier brings the data of the system of today in; texts from before kinds were asked are read by their words. */
export const offersMigration = (listing: Pick<Listing, 'services'>): boolean => says(listing, 'migration', /migrat/i)

/** Whether the supplier gives a practice its data back. */
export const offersDataReturn = (listing: Pick<Listing, 'services'>): boolean =>
  says(listing, 'data-extraction', /\b(return|export|extract)/i)
