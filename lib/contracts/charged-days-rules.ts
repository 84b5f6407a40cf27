import { type Day, daysBetween } from '@/lib/platform/days'
import { roundHalfUp } from '@/lib/platform/money'
import type { ContractSite } from './site'

type Used = Pick<ContractSite, 'liveOn' | 'practiceSaysOn' | 'supplierSaysOn' | 'ceasedOn'>
type Span = { from: Day; to: Day }

/**
 * The days of a span, both ends counted, that may be charged for a site (C4): from the day of which practice and supplier have
 * both said that it is the first one, up to the day before it ceased, and never outside the contract. Where the two do not say
 * the same there is no evidence, so there is no day.
 */
export function chargedDays(site: Used, contract: { startsOn: Day; runsUntil: Day }, { from, to }: Span): number {
  const { liveOn, practiceSaysOn, supplierSaysOn, ceasedOn } = site
  if (liveOn === null || practiceSaysOn !== liveOn || supplierSaysOn !== liveOn) return 0
  const first = [from, liveOn, contract.startsOn].reduce((a, b) => (a > b ? a : b))
  const end = [to, contract.runsUntil].reduce((a, b) => (a < b ? a : b))
  const days = daysBetween(first, end) + 1
  const without = ceasedOn !== null && ceasedOn <= end ? daysBetween(ceasedOn < first ? first : ceasedOn, end) + 1 : 0
  return Math.max(0, days - without)
}

/** A part of a month, in pence: half-up of month × charged days ÷ days in it (V1); no other month is touched. */
export const partMonthPence = (monthPence: bigint, days: number, daysInMonth: number): bigint =>
  roundHalfUp(monthPence * BigInt(days), BigInt(daysInMonth))
