import type { Day } from '@/lib/platform/days'
import type { Price } from '../prices/price'

/** What the list needs of one published module: facts alone, so that nothing here changes with the clock. */
export type ListedModule = {
  id: string
  listingVersionId: string
  name: string
  /** The name in lower case, one character a byte of its UTF-8: it sorts as the database does. */
  nameKey: string
  version: string
  summary: string
  supplierSlug: string
  supplierBrand: string
  /** Modules of suspended suppliers are known, for spelling, and never listed (CAT-1). */
  isListed: boolean
  kind: string
  capabilityIds: string[]
  /** `E00109@C1` */
  epicIds: string[]
  integrationIds: string[]
  frameworkIds: string[]
  applicationTypes: string[]
  hostings: string[]
  /** Every price that is or becomes the one lists sort by, by its first day (PRC-13). */
  headlines: Price[]
  publishedOn: Day
  demo: boolean
  standing: { kind: string; words: string; because: string | null; asOf: Day; until: Day | null } | null
  metCapabilityIds: string[]
  failedCapabilityIds: string[]
  /** Names, aliases and brand, for the correction of a misspelt word. */
  knownNames: string
}
