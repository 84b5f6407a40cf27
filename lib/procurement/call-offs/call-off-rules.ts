import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { addDays, addMonths, type Day } from '@/lib/platform/days'
import { pick } from '@/lib/platform/pick'
import type { CallOff, Terms } from './call-off'
import { countedSites, orderSums } from './order-rules'

/** The last day: start + term − 1 day (PRC-9). */
export const endOf = (startsOn: Day, termMonths: number): Day => addDays(addMonths(startsOn, termMonths), -1)

/** What was funded and signed before the order form had sections: these fields and no other. */
const formerFields = [
  'number',
  'practiceId',
  'payerId',
  'supplierId',
  'moduleVersionId',
  'listingVersionId',
  'listingSha256',
  'capabilityIds',
  'prices',
  'listSize',
  'startsOn',
  'termMonths',
  'endsOn',
  'noticeDays',
  'yearlyPence',
  'oneOffPence',
  'totalPence',
] as const satisfies (keyof Terms)[]

/** What is funded and signed now: the same, the lines, the options, and all that the form says. */
const signedFields = [...formerFields, 'optionMonths', 'optionPence', 'lines', 'form'] as const

/**
 * The hash of the terms (RFC 8785, SHA-256): a changed field is another hash (S1). Of the practices only those count that are
 * in what can be signed, each with its list size and its day.
 */
export function termsHashOf(terms: Terms, format = 2): string {
  if (format === 1) return sha256Hex(canonicalJson(pick(terms, formerFields)))
  const sites = countedSites(terms)
    .map((site) => pick(site, ['practiceId', 'listSize', 'deliverOn', 'continues']))
    .toSorted((a, b) => (a.practiceId < b.practiceId ? -1 : 1))
  return sha256Hex(canonicalJson({ ...pick(terms, signedFields), sites }))
}

/** The same terms with what follows from the rest: end, list size, value, options and hash. Undefined where they cannot be priced. */
export function withValue<T extends Terms>(terms: T): (T & { termsHash: string }) | undefined {
  const sites = countedSites(terms)
  const sums = orderSums(terms, sites)
  const whole = orderSums({ ...terms, termMonths: terms.termMonths + terms.optionMonths }, sites)
  if (!sums || !whole) return undefined
  const { months: _, ...value } = sums
  const changed = {
    ...terms,
    ...value,
    optionPence: whole.totalPence - sums.totalPence,
    listSize: sites.reduce((sum, site) => sum + site.listSize, 0),
    endsOn: endOf(terms.startsOn, terms.termMonths),
  }
  return { ...changed, termsHash: termsHashOf(changed) }
}

/** The value over the whole life, options included, in pence without VAT: what caps and limits count (A6, B6). */
export const wholeLifePence = ({ totalPence, optionPence }: Pick<Terms, 'totalPence' | 'optionPence'>): bigint =>
  totalPence + optionPence

/** `C000001-01` → `C000001-02`: the text differs from one that was sent. @throws past revision 99 */
export function nextRevision(number: string): string {
  const [base, revision] = [number.slice(0, 7), Number(number.slice(8)) + 1]
  if (revision > 99) throw new Error(`${number} has no revision left`)
  return `${base}-${String(revision).padStart(2, '0')}`
}

/** Whether both sides have signed the terms as they stand. */
export function isSignedByBoth(callOff: Pick<CallOff, 'signatures' | 'termsHash'>): boolean {
  const sides = new Set(callOff.signatures.filter((s) => s.termsHash === callOff.termsHash).map((s) => s.side))
  return sides.has('payer') && sides.has('supplier')
}
