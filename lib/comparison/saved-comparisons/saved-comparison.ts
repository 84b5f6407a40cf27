import type { StandingView } from '@/lib/catalogue/module-view'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Day } from '@/lib/platform/days'
import type { ComparedFor, ComparisonLine } from '../comparison'

/** One module as it stood when the comparison was saved: the ids and hash of its text, its prices and its standing. */
export type FrozenModule = {
  id: string
  moduleVersionId: string
  listingVersionId: string
  sha256: string
  name: string
  supplier: string
  version: string
  publishedOn: Day
  standing: StandingView
  prices: PriceJson[]
  announced: (PriceJson & { announcedOn: Day })[]
}
/** What a saved comparison says for good; its RFC 8785 JSON is hashed (CMP-3). */
export type FrozenComparison = ComparedFor & {
  schemaVersion: 1
  asOf: Day
  modules: FrozenModule[]
  lines: ComparisonLine[]
}
export type SavedComparison = {
  id: string
  organisationId: string
  name: string
  description: string | null
  asOf: Day
  sha256: string
  savedAt: Date
}
/** A cell that says something else today than it did. */
export type Change = { module: string; section: string; label: string; before: string; now: string }
export type SavedComparisonView = SavedComparison & { content: FrozenComparison; changes: Change[] }
