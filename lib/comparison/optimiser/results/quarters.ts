import { addDays, addMonths, type Day } from '@/lib/platform/days'
import type { Market } from '../model/market'

/** A stretch of the term in which the same modules run: three months, the last one to the end of the term. */
export type Quarter = { from: Day; to: Day; months: number }

/** The quarters of the term, at most 12 (MOD-6). */
export function quartersOf({ start, end, choice }: Market, wanted: number): Quarter[] {
  const { months } = choice.term
  const count = Math.max(1, Math.min(wanted, 12, Math.ceil(months / 3)))
  return Array.from({ length: count }, (_, q) => ({
    from: addMonths(start, 3 * q),
    to: q === count - 1 ? end : addDays(addMonths(start, 3 * (q + 1)), -1),
    months: q === count - 1 ? months - 3 * q : 3,
  }))
}
