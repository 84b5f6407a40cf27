import { priceFromJson } from '@/lib/catalogue/prices/price'
import { oneOffPence, priceOf, unitsInPenny, yearlyPence } from '@/lib/catalogue/prices/price-rules'
import { monthlyPence } from '@/lib/funding/funding-rules'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { roundHalfUp } from '@/lib/platform/money'
import { pick } from '@/lib/platform/pick'
import type { Terms } from './call-off'
import { isJointWork } from './order-kind-rules'
import { isByUse, isForOrder, type OrderLine } from './order-line'
import type { OrderSite } from './order-site'

export type Sums = {
  yearlyPence: bigint
  oneOffPence: bigint
  totalPence: bigint
  /** Month by month from the first (V1); they sum to the total. */
  months: bigint[]
}

type Priced = Pick<Terms, 'lines' | 'termMonths'>

/**
 * What the order costs for these practices over so many months: each line is rounded once for each practice (M2), each
 * practice's year is shared over its months (V1), a line for the whole order counts once, a price by use with the use that is
 * expected. Undefined where nothing is ordered. Pence without VAT.
 */
export function orderSums({ lines, termMonths }: Priced, sites: Pick<OrderSite, 'listSize'>[]): Sums | undefined {
  if (lines.length === 0) return undefined
  const shared = lines.filter(isForOrder)
  const own = lines.filter((line) => !shared.includes(line))
  const parts = [...sites.map(({ listSize }) => sumOf(own, listSize)), sumOf(shared, 0)]
  const months = parts.reduce(
    (sum, part) => monthlyPence(part.yearly, part.once, termMonths).map((pence, i) => pence + sum[i]!),
    Array<bigint>(termMonths).fill(0n),
  )
  return {
    yearlyPence: parts.reduce((sum, part) => sum + part.yearly, 0n),
    oneOffPence: parts.reduce((sum, part) => sum + part.once, 0n),
    totalPence: months.reduce((a, b) => a + b, 0n),
    months,
  }
}

function sumOf(lines: OrderLine[], listSize: number) {
  const sum = { yearly: 0n, once: 0n }
  for (const line of lines) {
    if (isByUse(line)) {
      sum.yearly += 12n * expectedMonthPence(line)
      continue
    }
    const price = priceFromJson(line.agreed)
    const quantity = BigInt(price.basis === 'patient' ? listSize : line.quantity)
    sum.yearly += yearlyPence(price, quantity) ?? 0n
    sum.once += oneOffPence(price, quantity) ?? 0n
  }
  return sum
}

/**
 * What the expected use of one practice costs in a month: its sum at the agreed price, tiers on the month, rounded once, just as
 * recorded use is charged (G5, W7). Pence; 0 where nobody has stated the use.
 */
export const expectedMonthPence = ({ agreed, expectedMonthly = 0 }: OrderLine): bigint =>
  roundHalfUp(priceOf(priceFromJson(agreed), BigInt(expectedMonthly)), unitsInPenny)

/**
 * What a practice consents to: everything of the order that touches it, whatever the others do (T6). Who merges with it and who
 * goes on does touch it.
 */
export function siteHash(terms: Terms, site: OrderSite): string {
  const own = pick(site, ['practiceId', 'listSize', 'deliverOn', 'continues'])
  const { kind } = terms.form.type ?? { kind: 'module' }
  const shared = pick(terms, [
    'supplierId',
    'listingVersionId',
    'listingSha256',
    'capabilityIds',
    'lines',
    'startsOn',
    'termMonths',
    'optionMonths',
    'noticeDays',
  ])
  const joint = isJointWork(terms)
    ? { with: terms.sites.map(({ practiceId, continues }) => [practiceId, continues]).sort() }
    : {}
  return sha256Hex(canonicalJson({ ...shared, ...joint, kind, site: own }))
}

/** Whether the practice is in what can be signed: the one that writes the order is, every other one by its consent alone. */
export function isCounted(terms: Terms, site: OrderSite): boolean {
  if (site.practiceId === terms.practiceId) return true
  return site.state === 'consented' && site.consentHash === siteHash(terms, site)
}

export const countedSites = (terms: Terms): OrderSite[] => terms.sites.filter((site) => isCounted(terms, site))

/**
 * The practice that stands for the order where one must: in a merger or a split the marked one; else the one that wrote it; of a commissioner's order the one with the
 * greatest list of those that consented. What is paid once for the whole order is charged there.
 */
export function leadOf(terms: Terms): string {
  const counted = countedSites(terms)
  const marked = isJointWork(terms) ? counted.find((site) => site.continues) : undefined
  const own = counted.find(({ practiceId }) => practiceId === terms.practiceId)
  const [greatest] = counted.toSorted((a, b) => b.listSize - a.listSize || (a.practiceId < b.practiceId ? -1 : 1))
  return (marked ?? own ?? greatest)?.practiceId ?? terms.practiceId
}

/** Where the practice stands: what it said of an older text does not count. */
export function consentOf(terms: Terms, site: OrderSite): OrderSite['state'] {
  if (isCounted(terms, site)) return 'consented'
  return site.state === 'consented' ? 'asked' : site.state
}
