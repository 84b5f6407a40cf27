import type { Day } from '@/lib/platform/days'
import type { Listing } from './listing'
import type { FacetName, ModuleFilter } from './module-filter'
import type { Price } from './prices/price'

/** A price that does not hold yet, with the day on which it was first published. */
export type AnnouncedPrice = { price: Price; announcedOn: Day }
/** The list prices on the day of the view: those that hold, and those that will (PRC-13). */
export type PricesInTime = { present: Price[]; announced: AnnouncedPrice[] }

/** What a page may show of a module's cached standing. */
export type StandingView = { kind: string; words: string; because: string | null; asOf: Day | null }

export type SupplierView = {
  id: string
  slug: string
  brand: string
  legalName: string
  companyNumber: string | null
  about: string | null
  site: string | null
  contactRole: string | null
  contactEmail: string | null
}

export type ModuleCard = {
  id: string
  listingVersionId: string
  name: string
  version: string
  summary: string
  supplierBrand: string
  standing: StandingView
  capabilityIds: string[]
  /** The first price paid by month or year that holds today; null where there is none. */
  price: Price | null
  publishedOn: Day
  demo: boolean
}

export type FacetValue = { value: string; label: string; count: number; chosen: boolean }
export type ModulesFound = {
  filter: ModuleFilter
  total: number
  pages: number
  cards: ModuleCard[]
  facets: Record<FacetName, FacetValue[]>
  /** The search that was made instead, where the one typed found nothing. */
  correctedTo: string | null
  /** Facets of which a value in the address is unknown and was left out. */
  ignored: FacetName[]
}

export type ModuleView = {
  id: string
  moduleVersionId: string
  listingVersionId: string
  sha256: string
  publishedOn: Day
  demo: boolean
  supplier: SupplierView
  listing: Listing
  prices: PricesInTime
  standing: StandingView
  metCapabilityIds: string[]
  failedCapabilityIds: string[]
  versions: { listingVersionId: string; version: string; publishedOn: Day }[]
}

/** A listing version as procurement freezes it. */
export type ListingView = {
  id: string
  moduleVersionId: string
  moduleId: string
  moduleName: string
  supplierId: string
  supplierName: string
  version: string
  sha256: string
  /** Every list price, those of a later day too. */
  prices: Price[]
  capabilities: string[]
  frameworkIds: string[]
}

/** An epic on its link to a capability: MUST or MAY stands there (CAP-1). */
export type EpicName = { id: string; name: string; level: 'MUST' | 'MAY'; active: boolean; supplierDefined: boolean }

/** Names of the national reference, by id. */
export type ReferenceNames = {
  capabilities: Record<string, { name: string; category: string; mustEpicIds: string[]; expired?: boolean }>
  integrations: Record<string, string>
  frameworks: Record<string, string>
}
