import type { z } from 'zod'
import type { Raw, SectionField } from '@/lib/catalogue/drafts/draft-section'
import type { ServiceKind } from '@/lib/catalogue/listing'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Approver, YearLeft } from '@/lib/funding/own-means'
import type { Day } from '@/lib/platform/days'
import { fromZod } from '@/lib/platform/form-state'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { CallOff, Terms } from '../call-off'
import type { OrderContact, OrderForm } from './order-form'

export type FoundPractice = { id: string; code: string; name: string; listSize: number | null; asOf: Day | null }

/** An associated service of the frozen listing that has a price. */
export type OrderService = { id: string; name: string; price: PriceJson; kind?: ServiceKind | null | undefined }

/** What a section must know beside the order itself; gathered by the query and the command (get-order-facts.ts). */
export type OrderFacts = {
  today: Day
  /** The longest term of the route, options included, in months. */
  longestTerm: number
  /** The contacts that the supplier has published. */
  contacts: OrderContact[]
  /** Associated services of the frozen listing that have a price. */
  services: OrderService[]
  /** SHA-256 of the data processing schedule of the frozen listing. */
  scheduleSha256: string
  /** Who pays where the practice does not pay itself; null where that is not known. */
  commissioner: { id: string; name: string } | null
  /** What the practice that orders could pay with itself, and who may approve it (T9). */
  ownMeans: { years: YearLeft[]; approvers: Approver[] }
  /** Who fills in the order and asks for its money. */
  askerId: string
  /** The practices of the order, by id. */
  practices: Record<string, FoundPractice>
  /** The practices of this payer that were typed, by code. */
  found: Record<string, FoundPractice>
}

/** What saving a section changes; everything else of the order follows (call-off-rules.ts). */
export type OrderChange = Partial<
  Pick<Terms, 'payerId' | 'startsOn' | 'termMonths' | 'optionMonths' | 'noticeDays' | 'lines' | 'sites'>
> & { form?: Partial<OrderForm>; reviewed?: true }

export const stepWords = {
  'cannot-start': 'Cannot start yet',
  'not-started': 'Not started',
  'in-progress': 'In progress',
  completed: 'Completed',
  optional: 'Optional',
  'not-applicable': 'Not applicable',
  amended: 'Amended',
} as const
export type Step = keyof typeof stepWords

/** One page of the order form: how it is asked, read and judged. The mechanism is that of the listing's form (ADR 0009). */
export type OrderSection = {
  slug: string
  /** Its place in the design of the order form. */
  code: string
  title: string
  /** What a reader should know before the fields. */
  lead: string
  fields: (order: CallOff, facts: OrderFacts) => SectionField[]
  values: (order: CallOff, facts: OrderFacts) => Raw
  read: (raw: Raw, order: CallOff, facts: OrderFacts) => Result<OrderChange>
  step: (order: CallOff, facts: OrderFacts) => Step
}

/** Reads a form by its schema; what is wrong is said at its field. */
export function readBy<T>(schema: z.ZodType<T>, raw: Raw, make: (value: T) => OrderChange): Result<OrderChange> {
  const read = schema.safeParse(raw)
  return read.success ? ok(make(read.data)) : refuse(fromZod(read.error))
}

/** A refusal that says at several fields what is wrong; undefined where nothing is. */
export function faultsOf(fields: Record<string, string[]>): Result<never> | undefined {
  return Object.keys(fields).length > 0 ? refuse({ kind: 'invalid', fields }) : undefined
}
