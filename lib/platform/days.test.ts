import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, dayWords, instantInWords, isDay } from './days'
import { parsePounds, poundsWords, roundHalfUp, shareByLargestRemainder, unitPriceWords } from './money'

describe('days', () => {
  it.each([
    ['2026-03-29T00:30:00Z', '2026-03-29'],
    ['2026-06-30T23:30:00Z', '2026-07-01'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
  ])('%s is %s in London, summer time or not', (instant, day) => expect(dayOf(new Date(instant))).toBe(day))
  it('says dates as people write them', () => {
    expect(dayWords('2026-03-02')).toBe('2 March 2026')
    expect(instantInWords(new Date('2026-07-01T12:05:00Z'))).toBe('1 July 2026 at 13:05')
  })
  it.each([
    ['2026-02-30', false],
    ['2028-02-29', true],
    ['2026-2-1', false],
    ['', false],
  ])('%s a day: %s', (text, is) => expect(isDay(text)).toBe(is))
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-04-01', 36, '2029-04-01'],
  ])('%s and %i months is %s', (day, n, then) => expect(addMonths(day, n)).toBe(then))
  it('adding and counting days agree, over every change of the clocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (n) => {
        expect(daysBetween('2026-03-02', addDays('2026-03-02', n))).toBe(n)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('money', () => {
  it.each([
    [102_900n, '£1,029.00'],
    [0n, '£0.00'],
    [5n, '£0.05'],
    [-500n, '−£5.00'],
    [123_456_789_012n, '£1,234,567,890.12'],
  ])('%s pence is %s', (pence, words) => expect(poundsWords(pence)).toBe(words))
  it.each([
    [126_000n, '£1.26'],
    [35n, '£0.00035'],
    [100_000n, '£1.00'],
    [150_500n, '£1.505'],
  ])('unit price %s is %s', (unit, words) => expect(unitPriceWords(unit)).toBe(words))
  it.each([
    ['1,234.50', 123_450n],
    ['£100', 10_000n],
    ['0.5', 50n],
    ['1.234', undefined],
    ['1,23', undefined],
    ['-1', undefined],
    ['', undefined],
    ['1e3', undefined],
  ])('"%s" is %s pence', (text, pence) => expect(parsePounds(text)).toBe(pence))
  it.each([
    [5n, 10n, 1n],
    [4n, 10n, 0n],
    [15n, 10n, 2n],
    [14n, 10n, 1n],
    [0n, 3n, 0n],
  ])('%s / %s rounds to %s', (a, b, c) => expect(roundHalfUp(a, b)).toBe(c))
  it('shares sum to the whole and never differ by more than a penny from their exact part', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.array(fc.bigInt(0n, 10n ** 6n), { minLength: 1, maxLength: 40 }),
        (total, weights) => {
          const shares = shareByLargestRemainder(total, weights)
          expect(shares.reduce((a, b) => a + b, 0n)).toBe(total)
          const sum = weights.reduce((a, b) => a + b, 0n)
          if (sum > 0n)
            expect(
              shares.every(
                (share, i) => share * sum - total * weights[i]! < sum && share * sum - total * weights[i]! > -sum,
              ),
            ).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
