import { roundHalfUp, unitPriceWords } from '@/lib/platform/money'
import type { Price, Tier } from './price'

/** 1/100,000 of a pound in one penny. */
export const unitsInPenny = 1000n

/** The tier that holds `quantity`; undefined for 0, which costs nothing. */
export function tierOf(tiers: Tier[], quantity: bigint): Tier | undefined {
  return quantity <= 0n ? undefined : tiers.findLast((tier) => tier.from <= quantity)
}

/** What one period costs for the whole quantity, in 1/100,000 of a pound, unrounded (catalogue §7). */
export function priceOf(price: Pick<Price, 'mode' | 'tiers'>, quantity: bigint): bigint {
  const tier = tierOf(price.tiers, quantity)
  if (!tier) return 0n
  if (price.mode === 'SingleFixed') return tier.unitPrice
  if (price.mode === 'Volume') return quantity * tier.unitPrice
  return price.tiers.reduce((sum, { from, unitPrice }, i) => {
    const next = price.tiers[i + 1]?.from
    const to = next === undefined || next > quantity ? quantity : next - 1n
    return to < from ? sum : sum + (to - from + 1n) * unitPrice
  }, 0n)
}

/** Pence a year for `quantity`, rounded half up once; undefined for a one-off price. A month price counts twelve times. */
export function yearlyPence(price: Price, quantity: bigint): bigint | undefined {
  if (price.period === 'none') return undefined
  return roundHalfUp(priceOf(price, quantity) * (price.period === 'month' ? 12n : 1n), unitsInPenny)
}

/** Pence once, for a one-off price; undefined for a periodic one. */
export function oneOffPence(price: Price, quantity: bigint): bigint | undefined {
  return price.period === 'none' ? roundHalfUp(priceOf(price, quantity), unitsInPenny) : undefined
}

/** The quantity a practice with `patients` on its list would buy: its list for a patient price, one of a per-practice price. */
export function quantityFor(price: Price, patients: bigint): bigint | undefined {
  if (price.basis === 'patient') return patients
  return price.basis === 'declarative' ? 1n : undefined
}

/** `£1.26 per patient per year`, one line a tier. */
export function priceWords(price: Price): string[] {
  const period = price.period === 'none' ? ', once' : ` per ${price.period}`
  return price.tiers.map((tier, i) => {
    const next = price.tiers[i + 1]
    const range =
      price.tiers.length === 1
        ? ''
        : next
          ? `${grouped(tier.from)} to ${grouped(next.from - 1n)} ${price.unitPlural}: `
          : `${grouped(tier.from)} ${price.unitPlural} or more: `
    const what = price.mode === 'SingleFixed' ? `${unitPriceWords(tier.unitPrice)} in all` : perUnit(tier, price.unit)
    return `${range}${what}${period}`
  })
}

const grouped = (quantity: bigint) => quantity.toLocaleString('en-GB')
const perUnit = (tier: Tier, unit: string) => `${unitPriceWords(tier.unitPrice)} per ${unit}`
