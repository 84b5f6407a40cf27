import type { Day } from '@/lib/platform/days'

/**
 * Every legal or agreed figure of the room, dated and with its source, in one place: they are settings of the authority or the
 * payer, and are read from nowhere else in the room. `verifiedOn` is missing where nobody has checked the figure at its source.
 */
export type Figure<T> = { from: Day; until: Day | null; value: T; source: string; verifiedOn?: Day }

/** Days before the notice date on which its owners are reminded, first to last. */
export const reminderOffsets = [180, 90, 60, 30, 14, 7, 1]

/** The most days that a contract may be held over after its end. */
export const holdOverDays: Figure<number>[] = [
  { from: '2025-01-01', until: null, value: 90, source: 'First value of the payer’s setting' },
]

/** The value in force on a day. @throws where there is none: a figure that is not set is never guessed. */
export function figureOn<T>(figures: Figure<T>[], day: Day): T {
  const found = figures.find(({ from, until }) => from <= day && (until === null || day <= until))
  if (!found) throw new Error(`No figure is set for ${day}`)
  return found.value
}

/** The longest term of a contract, in months, its extensions included (C2). */
export const maximumTermMonths: Figure<number>[] = [
  { from: '2025-01-01', until: null, value: 36, source: 'First value of the authority’s setting' },
]

/** C3: a change of an above-threshold contract by more than this part of its value or term, in per cent, needs a UK10. */
export const changeTestPercent: Figure<{ value: bigint; term: bigint }>[] = [
  {
    from: '2025-01-01',
    until: null,
    value: { value: 10n, term: 10n },
    source: 'Procurement Act 2023, sections 74 and 75',
  },
]

/**
 * From which whole-life value, VAT included, a contract for services is above threshold. The class of NHS payers is not
 * settled: until it is set, the lower (central) figure counts, so that no notice is missed.
 */
export const thresholdPence: Figure<bigint>[] = [
  { from: '2025-01-01', until: null, value: 13_501_800n, source: 'Central authorities, services, from 1 January 2026' },
]

/** Value added tax on services, in per cent. */
export const vatPercent: Figure<bigint>[] = [
  { from: '2011-01-04', until: null, value: 20n, source: 'Standard rate of VAT' },
]
