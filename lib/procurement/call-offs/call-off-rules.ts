import { priceFromJson } from '@/lib/catalogue/prices/price'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { addDays, addMonths, type Day } from '@/lib/platform/days'
import { pick } from '@/lib/platform/pick'
import { orderValue } from '../projects/project-rules'
import type { CallOff, Terms } from './call-off'

/** The last day: start + term − 1 day (PRC-9). */
export const endOf = (startsOn: Day, termMonths: number): Day => addDays(addMonths(startsOn, termMonths), -1)

/** How recently a person must have proved who they are before they sign: 5 minutes (S1). */
export const freshProofMs = 5 * 60_000

/** What is funded and signed: these fields and no other. */
const signedFields = [
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

/** The hash of the terms: a changed field is another hash (S1). */
export const termsHashOf = (terms: Terms): string => sha256Hex(canonicalJson(pick(terms, signedFields)))

/** The same order with other dates: end, value and hash follow. Undefined where it cannot be priced. */
export function withDates(
  terms: Terms,
  startsOn: Day,
  termMonths: number,
  noticeDays: number,
): (Terms & { termsHash: string }) | undefined {
  const value = orderValue(terms.prices.map(priceFromJson), terms.listSize, termMonths)
  if (!value) return undefined
  const changed = { ...terms, ...value, startsOn, termMonths, noticeDays, endsOn: endOf(startsOn, termMonths) }
  return { ...changed, termsHash: termsHashOf(changed) }
}

/** The same order for a part of what the module does: value and hash follow. Undefined where it cannot be priced. */
export function withCapabilities(terms: Terms, capabilityIds: string[]): (Terms & { termsHash: string }) | undefined {
  return withDates({ ...terms, capabilityIds }, terms.startsOn, terms.termMonths, terms.noticeDays)
}

/** Whether both sides have signed the terms as they stand. */
export function isSignedByBoth(callOff: Pick<CallOff, 'signatures' | 'termsHash'>): boolean {
  const sides = new Set(callOff.signatures.filter((s) => s.termsHash === callOff.termsHash).map((s) => s.side))
  return sides.has('payer') && sides.has('supplier')
}
