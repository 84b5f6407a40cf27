import type { z } from 'zod'
import type { Raw, SectionField } from '@/lib/catalogue/drafts/draft-section'
import type { EpicName } from '@/lib/catalogue/module-view'
import type { Day } from '@/lib/platform/days'
import { fromZod } from '@/lib/platform/form-state'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { PenceText } from '../../optimiser/choice'
import type { NeedsContent } from '../needs-content'
import type { NeedsProfile } from '../needs-profile'

export type KnownPractice = { id: string; code: string; name: string; listSize: number | null; asOf: Day | null }
export type KnownModule = { id: string; name: string; supplierId: string; supplierName: string }
export type KnownCapability = { id: string; name: string; mustEpicIds: string[]; expired: boolean }

/** A contract of a practice as the rooms above know it; the page hands it in, because contracts lie above this room. */
export type ContractOfToday = {
  practiceId: string
  moduleId: string
  moduleName: string
  reference: string
  endsOn: Day
  noticeDays: number
  yearlyPence: PenceText
}

/** What a section must know beside the profile itself (get-needs-facts.ts). */
export type NeedsFacts = {
  today: Day
  capabilities: KnownCapability[]
  /** The active epics of the capabilities that are needed or wished for. */
  epics: Record<string, EpicName[]>
  practices: Record<string, KnownPractice>
  /** Practices that were typed, by code. */
  found: Record<string, KnownPractice>
  modules: KnownModule[]
  contracts: ContractOfToday[]
}

export type NeedsChange = { name?: string; content: Partial<NeedsContent> }

export const stepWords = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  completed: 'Completed',
  optional: 'Optional',
} as const
export type Step = keyof typeof stepWords

/** One page of the form of a profile. The mechanism is that of a listing and of an order (ADR 0009). */
export type NeedsSection = {
  slug: string
  title: string
  /** What a reader should know before the fields. */
  lead: string
  fields: (profile: NeedsProfile, facts: NeedsFacts) => SectionField[]
  values: (profile: NeedsProfile, facts: NeedsFacts) => Raw
  read: (raw: Raw, profile: NeedsProfile, facts: NeedsFacts) => Result<NeedsChange>
  step: (profile: NeedsProfile, facts: NeedsFacts) => Step
}

/** Reads a form by its schema; what is wrong is said at its field. */
export function readBy<T>(
  schema: z.ZodType<T>,
  raw: Raw,
  make: (value: T) => Partial<NeedsContent>,
): Result<NeedsChange> {
  const read = schema.safeParse(raw)
  return read.success ? ok({ content: make(read.data) }) : refuse(fromZod(read.error))
}

/** A change, or what is wrong at several fields. */
export function changeOr(faults: Record<string, string[]>, change: NeedsChange): Result<NeedsChange> {
  return Object.keys(faults).length > 0 ? refuse({ kind: 'invalid', fields: faults }) : ok(change)
}

/** The words for a capability; its id where the reference no longer names it. */
export const capabilityWords = (facts: NeedsFacts, id: string): string =>
  facts.capabilities.find((capability) => capability.id === id)?.name ?? id
