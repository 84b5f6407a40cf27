import { one, type Raw } from '@/lib/catalogue/drafts/draft-section'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { invalidField, ok } from '@/lib/platform/refusal'
import type { CallOff } from '../call-off'
import { orderingContact, supplierContact, type } from './contact-sections'
import { funding } from './funding-section'
import { lines } from './line-section'
import { dataAndExit, milestones } from './money-sections'
import type { OrderFacts, OrderSection, Step } from './order-section'
import { consent, practices } from './practice-sections'
import { delivery, timescales } from './time-sections'

const filled: OrderSection[] = [
  type,
  orderingContact,
  supplierContact,
  timescales,
  practices,
  consent,
  lines,
  delivery,
  funding,
  milestones,
  dataAndExit,
]

/** T12: the buyer has read the whole as it stands. Any change afterwards asks again. */
export const review: OrderSection = {
  slug: 'review',
  code: 'T12',
  title: 'Review',
  lead: 'Read the whole order once more. This is what the payer is asked for and what both sides sign.',
  fields: () => [
    {
      name: 'read',
      label: 'Review',
      kind: 'check',
      hint: 'I have read the order as it stands here, and it is complete',
    },
    { name: 'termsHash', label: '', kind: 'hidden' },
  ],
  values: ({ termsHash, reviewedHash }) => ({ read: termsHash === reviewedHash ? 'yes' : '', termsHash }),
  read: (raw, order) => {
    if (one(raw, 'termsHash') !== order.termsHash)
      return invalidField('read', 'The order has changed since you opened this page. Read it again.')
    if (one(raw, 'read') !== 'yes') return invalidField('read', 'Read the order, then tick the box')
    return ok({ reviewed: true })
  },
  step: (order, facts) => {
    if (filled.some((section) => !isDone(section.step(order, facts), section))) return 'cannot-start'
    return order.reviewedHash === order.termsHash ? 'completed' : 'not-started'
  },
}

/** The twelve steps of an order, in their order. */
export const orderSections: OrderSection[] = [...filled, review]
export const orderSectionOf = (slug: string): OrderSection | undefined => orderSections.find((s) => s.slug === slug)

/** A practice that has not answered holds nobody up: it is simply not in what can be signed. */
const isDone = (step: Step, section: OrderSection): boolean =>
  step === 'completed' || step === 'optional' || step === 'not-applicable' || section === consent

/** The content of one section as a hash, to tell what was amended since the payer was asked. */
const partHash = (section: OrderSection, order: CallOff, facts: OrderFacts): string =>
  sha256Hex(canonicalJson(section.values(order, facts)))

/** The hash of every section, kept when the payer is asked. */
export const partHashes = (order: CallOff, facts: OrderFacts): Record<string, string> =>
  Object.fromEntries(filled.map((section) => [section.slug, partHash(section, order, facts)]))

/** How far a step is. What is complete, but differs from what the payer was asked for, is amended. */
export function stepOf(section: OrderSection, order: CallOff, facts: OrderFacts): Step {
  const step = section.step(order, facts)
  const before = order.submittedParts?.[section.slug]
  return step === 'completed' && before !== undefined && before !== partHash(section, order, facts) ? 'amended' : step
}

/** The first step that is not done; undefined where the payer can be asked. */
export const firstMissing = (order: CallOff, facts: OrderFacts): OrderSection | undefined =>
  orderSections.find((section) => !isDone(section.step(order, facts), section))

/** What the browser sent, as the section reads it. */
export function rawOfOrder(section: OrderSection, form: FormData): Raw {
  const names = [...new Set([...form.keys()])].filter((name) => !name.startsWith('$'))
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name).filter((value) => typeof value === 'string')
      const text = values.map((value) => value.replaceAll('\r\n', '\n'))
      return [name, section.slug === 'lines' && name === 'services' ? text : (text.at(-1) ?? '')]
    }),
  )
}
