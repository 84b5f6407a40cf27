import { priceFromJson } from '@/lib/catalogue/prices/price'
import { priceOf, tierOf, unitsInPenny } from '@/lib/catalogue/prices/price-rules'
import { chargedDays, partMonthPence } from '@/lib/contracts/charged-days-rules'
import type { ContractSite } from '@/lib/contracts/site'
import { monthsOfYear } from '@/lib/funding/funding-rules'
import { addDays, addMonths, type Day, daysBetween } from '@/lib/platform/days'
import { roundHalfUp } from '@/lib/platform/money'
import type { InvoiceLine } from '../invoices/invoice'
import { type PlayGate, playedDays } from './play-gate-rules'
import type { PricePart, UsageOfMonth } from './price-part'

export type ChargedSite = Pick<ContractSite, 'id' | 'liveOn' | 'practiceSaysOn' | 'supplierSaysOn' | 'ceasedOn'>
export type Charged = {
  contract: { startsOn: Day; runsUntil: Day }
  parts: PricePart[]
  sites: ChargedSite[]
  /** What the gateway has recorded; nothing where nothing is charged by use. */
  usage: UsageOfMonth[]
  /** Undefined where fixed charges need no recorded use (G6). */
  playGate?: PlayGate | undefined
}

/** The first day of the month of a day, and its last. */
export const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`
export const lastDayOf = (month: Day): Day => addDays(addMonths(month, 1), -1)
export const daysIn = (month: Day): number => daysBetween(month, addMonths(month, 1))

/** Which of its twelve contract months a month is, counted from the month of the start: 0 to 11, also of a month before it. */
export const contractMonth = (startsOn: Day, month: Day): number =>
  (((monthNumber(month) - monthNumber(startsOn)) % 12) + 12) % 12
const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))

/** What a whole month of a yearly sum costs: the twelve sum to the year, earlier months take the odd pence (V1, M3). */
export const wholeMonthPence = (yearly: bigint, startsOn: Day, month: Day): bigint =>
  monthsOfYear(yearly)[contractMonth(startsOn, month)]!

/**
 * Every line that could be charged for a month, those of nothing included. Only days of which practice and supplier have both
 * said that they were days of use count (C4); with a play gate, fixed ones among them only after recorded use (G6). Each line is rounded once (M2); no line of one month looks at another, so that a
 * corrected go-live moves none (V1).
 */
export function linesOfMonth(
  { contract, parts, sites, usage, playGate }: Charged,
  month: Day,
  vatPercent: number,
): InvoiceLine[] {
  const span = { from: month, to: lastDayOf(month) }
  return parts.flatMap((part) => {
    const site = sites.find(({ id }) => id === part.siteId)
    if (!site) return []
    const days = chargedDays(site, contract, span)
    const { key, siteId, practiceId, name, kind } = part
    const common = { key, siteId, practiceId, name, kind, month, vatPercent }
    if (part.kind === 'fixed') {
      const price = wholeMonthPence(part.yearlyPence, contract.startsOn, month)
      const counted = playGate ? playedDays(usedDays(site, contract, span), playGate, siteId) : days
      const netPence = partMonthPence(price, counted, daysIn(month))
      return [{ ...common, price, quantity: BigInt(counted), outOf: daysIn(month), netPence }]
    }
    if (part.kind === 'once') {
      const isFirst = days > 0 && chargedDays(site, contract, { from: contract.startsOn, to: addDays(month, -1) }) === 0
      return [
        { ...common, price: part.pence, quantity: isFirst ? 1n : 0n, outOf: 1, netPence: isFirst ? part.pence : 0n },
      ]
    }
    const calls = usage
      .filter((used) => used.siteId === siteId && used.meter === part.meter && used.month === month)
      .reduce((sum, used) => sum + used.calls, 0n)
    return [{ ...common, ...priceOfCalls(part.price, calls), quantity: calls, outOf: 1 }]
  })
}

/** The days of a span that may be charged for a site (C4), each by itself. */
const usedDays = (site: ChargedSite, contract: Charged['contract'], { from, to }: { from: Day; to: Day }): Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i)).filter(
    (day) => chargedDays(site, contract, { from: day, to: day }) === 1,
  )

/** The month's calls at the frozen price, tiers on the month, rounded once; no calls cost nothing (G5, W7). */
export function priceOfCalls(json: Extract<PricePart, { kind: 'usage' }>['price'], calls: bigint) {
  const price = priceFromJson(json)
  const unit = tierOf(price.tiers, calls)?.unitPrice ?? price.tiers[0]?.unitPrice ?? 0n
  return { price: unit, netPence: roundHalfUp(priceOf(price, calls), unitsInPenny) }
}

/** Lines that cost or count something: what a statement shows. */
export const chargedLines = (lines: InvoiceLine[]): InvoiceLine[] =>
  lines.filter(({ quantity, netPence }) => quantity !== 0n || netPence !== 0n)
