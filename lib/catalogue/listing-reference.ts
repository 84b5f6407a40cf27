import type { Day } from '@/lib/platform/days'
import type { EpicName, ModuleView } from './module-view'

/** Whether a module can be bought, apart from what assurance found: it leaves on a day, has left, or its supplier is suspended. */
export type ModuleLife =
  | { kind: 'listed' }
  | { kind: 'withdrawing'; lastOrderDay: Day }
  | { kind: 'withdrawn' }
  | { kind: 'supplier-suspended' }

export type FrameworkName = { name: string; owner: string; expired: boolean; expiresOn: Day | null }
export type OtherModule = { id: string; name: string; supplierBrand: string; listed: boolean }

/** What a listing's text speaks of, beside the text: the national reference, other modules, and the supplier's declaration. */
export type ListingReference = {
  epics: Record<string, EpicName[]>
  frameworks: Record<string, FrameworkName>
  /** For each capability that must be brought: listed modules that claim it, and how many of these are of the same supplier. */
  alternatives: Record<string, { count: number; own: number }>
  /** Modules that the text names, by id. */
  named: Record<string, OtherModule>
  /** Modules whose own text in force names this one. */
  namedBy: (OtherModule & { conflicts: boolean; worksWith: boolean })[]
  /** The day of the newest declaration of the supplier that passed. */
  declaredOn: Day | null
}

export type ModulePage = { module: ModuleView; life: ModuleLife; reference: ListingReference }
