import { priceFromJson } from '@/lib/catalogue/prices/price'
import { oneOffPence, yearlyPence } from '@/lib/catalogue/prices/price-rules'
import type { ChargedTerms } from '@/lib/contracts/charged-terms'
import { shareByLargestRemainder } from '@/lib/platform/money'
import { isByUse, isForOrder, type OrderLine } from '@/lib/procurement/call-offs/order-line'
import type { OrderPrices } from '@/lib/procurement/call-offs/order-prices'
import { expectedMonthPence } from '@/lib/procurement/call-offs/order-rules'
import type { PricePart } from './price-part'

type Site = { id: string; practiceId: string; succeedsId: string | null }

/**
 * The prices of an order for each site, those of a merger or a split for each practice at the one site, rounded once for each practice (M2), as the terms in force change them: what a change
 * brings for more practices is theirs, any other new yearly sum is shared over what there was. They sum to the terms exactly.
 */
export function partsOf(order: OrderPrices, sites: Site[], terms: ChargedTerms[]): PricePart[] {
  const roots = sites.filter((site) => rootOf(site, sites) === site)
  const first = roots.flatMap((site) => partsOfSite(order, site))
  const parts = terms.slice(1).reduce((held, next) => changed(held, next, roots, order), first)
  return sites.flatMap((site) => partsAt(site, rootOf(site, sites), parts))
}

/** The site that was ordered, however often its practice was succeeded since (C5). */
function rootOf(site: Site, sites: Site[]): Site {
  const before = site.succeedsId === null ? undefined : sites.find(({ id }) => id === site.succeedsId)
  return before ? rootOf(before, sites) : site
}

/** A successor's site has the prices of the one that was ordered, on its own days. */
const partsAt = (site: Site, root: Site, parts: PricePart[]): PricePart[] =>
  parts
    .filter(({ siteId }) => siteId === root.id)
    .map((part) => ({
      ...part,
      key: part.key.replace(root.id, site.id),
      siteId: site.id,
      practiceId: part.practiceId === root.practiceId ? site.practiceId : part.practiceId,
    }))

function partsOfSite(order: OrderPrices, site: Site): PricePart[] {
  return order.sites
    .filter(({ at }) => at === site.practiceId)
    .flatMap(({ practiceId, listSize }) => {
      const isOwn = practiceId === site.practiceId
      // A merger or a split is done at one site for all its practices: each has its price there, by its own name (C4, C5).
      const common = { siteId: site.id, practiceId }
      const lines = order.lines.filter((line) => !isForOrder(line) || practiceId === order.practiceId)
      return lines.flatMap((line) => {
        const key = isOwn ? `${line.id}/${site.id}` : `${line.id}/${site.id}/${practiceId}`
        return partOf(line, { ...common, key, name: line.name }, listSize) ?? []
      })
    })
}

type Common = Pick<PricePart, 'key' | 'siteId' | 'practiceId' | 'name'>
function partOf(line: OrderLine, common: Common, listSize: number): PricePart | undefined {
  const { agreed } = line
  if (isByUse(line)) {
    const expectedYearlyPence = 12n * expectedMonthPence(line)
    return { ...common, kind: 'usage', meter: agreed.unit, price: agreed, expectedYearlyPence }
  }
  const [price, quantity] = [priceFromJson(agreed), BigInt(agreed.basis === 'patient' ? listSize : line.quantity)]
  const [yearly, once] = [yearlyPence(price, quantity), oneOffPence(price, quantity)]
  if (yearly !== undefined && yearly > 0n) return { ...common, kind: 'fixed', yearlyPence: yearly }
  return once !== undefined && once > 0n ? { ...common, kind: 'once', pence: once } : undefined
}

const isFixed = (part: PricePart): part is PricePart & { kind: 'fixed' } => part.kind === 'fixed'

function changed(
  before: PricePart[],
  { yearlyPence: whole, addedPracticeIds }: ChargedTerms,
  sites: Site[],
  order: OrderPrices,
): PricePart[] {
  const added = sites.filter(({ practiceId }) => addedPracticeIds.includes(practiceId))
  const parts = [...before, ...added.flatMap((site) => useAdded(order, site))]
  // The year of the terms counts the use that is expected; only what is left of it is charged by the day.
  const expected = parts.reduce((sum, part) => (part.kind === 'usage' ? sum + part.expectedYearlyPence : sum), 0n)
  const yearly = whole > expected ? whole - expected : 0n
  const [fixed, others] = [parts.filter(isFixed), parts.filter((part) => !isFixed(part))]
  const extra = yearly - fixed.reduce((sum, part) => sum + part.yearlyPence, 0n)
  if (extra === 0n) return parts
  if (added.length > 0 && extra > 0n) {
    const shares = shareByLargestRemainder(extra, Array<bigint>(added.length).fill(1n))
    return [...parts, ...added.map((site, i) => siteAdded(site, shares[i]!))]
  }
  const shares = shareByLargestRemainder(
    yearly,
    fixed.map((part) => part.yearlyPence),
  )
  return [...fixed.map((part, i) => ({ ...part, yearlyPence: shares[i]! })), ...others]
}

/** What a practice that comes later uses is charged as everybody's, with as much expected of it as the order expects of each. */
const useAdded = ({ lines }: OrderPrices, { id, practiceId }: Site): PricePart[] =>
  lines
    .filter(isByUse)
    .flatMap((line) => partOf(line, { key: `${line.id}/${id}`, siteId: id, practiceId, name: line.name }, 0) ?? [])

const siteAdded = (site: Site, yearly: bigint): PricePart => ({
  key: `added/${site.id}`,
  siteId: site.id,
  practiceId: site.practiceId,
  name: 'Added by a change of the contract',
  kind: 'fixed',
  yearlyPence: yearly,
})
