import type { Day } from '@/lib/platform/days'
import type { Dependency } from './dependencies/dependency'
import type { ClaimIndex } from './dependencies/dependency-claim'
import type { EpicName, ModuleView } from './module-view'

/** Whether a module can be bought, apart from what assurance found: it leaves on a day, has left, or its supplier is suspended. */
export type ModuleLife =
  | { kind: 'listed' }
  | { kind: 'withdrawing'; lastOrderDay: Day }
  | { kind: 'withdrawn' }
  | { kind: 'supplier-suspended'; because: string | null }

export type FrameworkName = { name: string; owner: string; expired: boolean; expiresOn: Day | null }
export type OtherModule = {
  id: string
  name: string
  version: string
  supplierId: string
  supplierBrand: string
  listed: boolean
}
/** What the text in force of another module says of this one. */
export type NamedBy = OtherModule & { said: Dependency[] }

/** What a listing's text speaks of, beside the text: the national reference, other modules, and the supplier's declaration. */
export type ListingReference = {
  epics: Record<string, EpicName[]>
  frameworks: Record<string, FrameworkName>
  /** For each capability that must be brought: listed modules that claim it, and how many of these are of the same supplier. */
  alternatives: Record<string, { count: number; own: number }>
  /** Modules that the text names, by id. */
  named: Record<string, OtherModule>
  /** Modules whose own text in force names this one. */
  namedBy: NamedBy[]
  /** What the suppliers of the modules that are named answered, in both directions, by the claim’s key. */
  claims: ClaimIndex
  /** The day of the newest declaration of the supplier that passed. */
  declaredOn: Day | null
}

export type ModulePage = { module: ModuleView; life: ModuleLife; reference: ListingReference }
