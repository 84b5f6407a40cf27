import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays } from '@/lib/platform/working-days'
import { financialYearOf, monthlyPence, monthsOfYear, sumsByYear } from './funding-rules'

describe('money by month and year', () => {
  it('M3, W1: 9,871 × £1.26 is six months of 103,646 p and six of 103,645 p', () => {
    const months = monthsOfYear(1_243_746n)
    expect(months.filter((p) => p === 103_646n)).toHaveLength(6)
    expect(months.filter((p) => p === 103_645n)).toHaveLength(6)
  })

  it('W2: from 1 June 2026 for 36 months the financial years are 1,036,456 · 1,243,746 · 1,243,746 · 207,290', () => {
    const sums = sumsByYear('2026-06-01', monthlyPence(1_243_746n, 0n, 36))
    expect(sums).toEqual([
      { year: 2026, pence: 1_036_456n },
      { year: 2027, pence: 1_243_746n },
      { year: 2028, pence: 1_243_746n },
      { year: 2029, pence: 207_290n },
    ])
    expect(sums.reduce((total, sum) => total + sum.pence, 0n)).toBe(3_731_238n)
  })

  it('B5: the yearly slices sum to the value, whatever the sums, start and term', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 10n),
        fc.bigInt(0n, 10n ** 8n),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (annual, once, term, month) => {
          const months = monthlyPence(annual, once, term)
          const total = months.reduce((a, b) => a + b, 0n)
          const sums = sumsByYear(`2026-${String(month).padStart(2, '0')}-01`, months)
          expect(sums.reduce((a, b) => a + b.pence, 0n)).toBe(total)
          if (term % 12 === 0) expect(total).toBe(annual * BigInt(term / 12) + once)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2027-01-01', 2026],
  ])('%s lies in the financial year that begins in %i', (day, year) => expect(financialYearOf(day)).toBe(year))

  it('working days pass over the weekend', () => expect(addWorkingDays('2026-03-06', 1)).toBe('2026-03-09'))
})
